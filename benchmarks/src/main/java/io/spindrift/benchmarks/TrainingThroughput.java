package io.spindrift.benchmarks;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.torch.Precision;
import io.spindrift.torch.TorchEngine;
import io.spindrift.torch.TorchOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many 28x28 grey images per second a denoiser trains on and predicts, and its memory.
 *
 * <p>Arguments: {@code PRECISION THREADS WIDTH MULTIPLIERS BLOCKS ATTENTION_FROM PATCH STEPS}, such
 * as {@code BF16 2 16 1,2,2 2 2 1 30}. Speed is that of the fastest of windows of five steps, so
 * that other work on the machine disturbs it least; beside it stands the speed per processor
 * second. Memory is the resident set after a fifth of the steps for warming up and after as many
 * more as asked for.
 */
public final class TrainingThroughput {
  private static final int BATCH = 64;
  private static final int WINDOW = 5;

  /** Measures one network. */
  public static void main(String[] arguments) throws IOException {
    Precision precision = Precision.valueOf(arguments[0]);
    int threads = Integer.parseInt(arguments[1]);
    List<Integer> multipliers =
        Arrays.stream(arguments[3].split(",")).map(Integer::valueOf).toList();
    DenoiserSpec spec =
        new DenoiserSpec(
            new ImageShape(1, 28, 28),
            Integer.parseInt(arguments[2]),
            multipliers,
            Integer.parseInt(arguments[4]),
            Integer.parseInt(arguments[5]),
            Integer.parseInt(arguments[6]));
    int steps = Integer.parseInt(arguments[7]);
    TorchEngine engine = TorchEngine.start(new TorchOptions(threads, precision));
    OptimiserSpec optimiser = new OptimiserSpec(2e-4, 100, 10_000, 0.01, 1, 0.999);
    float[] noisy = normal(1, BATCH * spec.image().size());
    float[] noise = normal(2, BATCH * spec.image().size());
    int[] timesteps = new int[BATCH];
    Arrays.setAll(timesteps, i -> (i * 997) % 1000);
    try (DenoiserTraining training = engine.begin(spec, optimiser, 1)) {
      for (int i = 0; i < Math.max(1, steps / 5); i++) {
        training.step(noisy, timesteps, noise, BATCH);
      }
      long before = residentKilobytes();
      Speed train = fastest(steps, () -> training.step(noisy, timesteps, noise, BATCH));
      long after = residentKilobytes();
      try (Denoiser denoiser = training.averaged()) {
        float[] predicted = new float[noise.length];
        denoiser.predictNoise(noisy, timesteps, BATCH, predicted);
        Speed forward =
            fastest(
                Math.min(steps, 60),
                () -> denoiser.predictNoise(noisy, timesteps, BATCH, predicted));
        System.out.printf(
            Locale.ROOT,
            "%s; %s: %d parameters, %.1f M multiply-accumulates; train %s, forward %s images/s;"
                + " memory %d -> %d MB; load %.1f%n",
            engine.description(),
            String.join(" ", Arrays.asList(arguments).subList(2, 7)),
            training.parameterCount(),
            training.multiplyAccumulatesPerImage() / 1e6,
            train,
            forward,
            before / 1024,
            after / 1024,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      }
    }
  }

  /** Images per second of wall time, and of processor time. */
  private record Speed(double wall, double processor) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.0f (%.0f per core-second)", wall, processor);
    }
  }

  private static Speed fastest(int steps, Runnable step) {
    double wall = Double.POSITIVE_INFINITY;
    double processor = Double.POSITIVE_INFINITY;
    for (int done = 0; done < steps; done += WINDOW) {
      long clock = System.nanoTime();
      long used = processorNanos();
      for (int i = 0; i < WINDOW; i++) {
        step.run();
      }
      wall = Math.min(wall, (System.nanoTime() - clock) * 1e-9);
      processor = Math.min(processor, (processorNanos() - used) * 1e-9);
    }
    return new Speed(WINDOW * BATCH / wall, WINDOW * BATCH / processor);
  }

  private static long processorNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static float[] normal(long seed, int length) {
    RandomStream stream = StreamKey.root(seed).open();
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) stream.nextGaussian();
    }
    return values;
  }

  private TrainingThroughput() {}
}
