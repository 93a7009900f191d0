package io.spindrift.benchmarks;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.torch.Precision;
import io.spindrift.torch.TorchEngine;
import io.spindrift.torch.TorchOptions;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * How many 28x28 grey images per second denoisers train on and predict, and their memory.
 *
 * <p>Arguments: {@code PRECISION THREADS ARMS WIDTH MULTIPLIERS BLOCKS ATTENTION_FROM PATCH STEPS},
 * such as {@code BF16 1,2 1 16 1,2,2 2 2 1 30}. For every number of threads as many networks as
 * there are arms are trained side by side on one engine, then predict side by side; each is one
 * {@link Line}. Checksums must agree whatever the threads. A sixth of the steps comes before, for
 * warming up. On a machine with other work compare images per processor second.
 */
public final class TrainingThroughput {
  private static final int BATCH = 64;

  private final TorchEngine engine;
  private final DenoiserSpec spec;
  private final String network;
  private final int steps;
  private final float[] noisy;
  private final float[] noise;
  private final float[] timesteps = new float[BATCH];
  private final int[] labels = new int[BATCH];
  private final TrainingBatch batch;
  private final DenoiserTraining[] trainings;
  private final Denoiser[] denoisers;
  private final float[][] predicted;

  private TrainingThroughput(TorchEngine engine, int arms, DenoiserSpec spec, int steps) {
    this.engine = engine;
    this.spec = spec;
    this.steps = steps;
    network =
        "%d %s %d %d %d"
            .formatted(
                spec.width(),
                spec.multipliers(),
                spec.blocksPerLevel(),
                spec.attentionFromLevel(),
                spec.patch());
    noisy = normal(1, BATCH * spec.image().size());
    noise = normal(2, BATCH * spec.image().size());
    for (int i = 0; i < BATCH; i++) {
      timesteps[i] = (i * 997) % 1000;
    }
    Arrays.fill(labels, Denoiser.NO_CLASS);
    float[] weights = new float[BATCH];
    Arrays.fill(weights, 1);
    batch = new TrainingBatch(0, noisy, timesteps, labels, noise, weights);
    trainings = new DenoiserTraining[arms];
    denoisers = new Denoiser[arms];
    predicted = new float[arms][noise.length];
  }

  /** Measures one network. */
  public static void main(String[] arguments) {
    Precision precision = Precision.valueOf(arguments[0]);
    int arms = Integer.parseInt(arguments[2]);
    DenoiserSpec spec =
        new DenoiserSpec(
            new ImageShape(1, 28, 28),
            Integer.parseInt(arguments[3]),
            whole(arguments[4]),
            Integer.parseInt(arguments[5]),
            Integer.parseInt(arguments[6]),
            Integer.parseInt(arguments[7]),
            0,
            Loss.SQUARED_ERROR);
    int steps = Integer.parseInt(arguments[8]);
    for (int threads : whole(arguments[1])) {
      TorchEngine engine = TorchEngine.start(new TorchOptions(threads, precision));
      new TrainingThroughput(engine, arms, spec, steps).measure();
    }
  }

  private void measure() {
    OptimiserSpec optimiser = new OptimiserSpec(2e-4, 100, 10_000, 0.01, 1, 0.9);
    Arrays.setAll(trainings, arm -> engine.begin(spec, optimiser, 1 + arm, ""));
    repeat(steps / 6, this::step);
    ProcessUse training = ProcessUse.of(() -> repeat(steps, this::step));
    Arrays.setAll(denoisers, arm -> trainings[arm].averaged());
    repeat(1, this::predict);
    ProcessUse prediction = ProcessUse.of(() -> repeat(steps, this::predict));
    print("train", training);
    print("predict", prediction);
    Arrays.stream(denoisers).forEach(Denoiser::close);
    Arrays.stream(trainings).forEach(DenoiserTraining::close);
  }

  private void step(int arm) {
    trainings[arm].step(batch);
  }

  private void predict(int arm) {
    denoisers[arm].predict(noisy, timesteps, labels, BATCH, predicted[arm]);
  }

  /** Lets every arm work on a thread of its own. */
  private void repeat(int times, IntConsumer work) {
    List<Thread> threads =
        IntStream.range(0, trainings.length)
            .mapToObj(arm ->
                Thread.ofPlatform()
                    .start(() -> {
                      for (int i = 0; i < times; i++) {
                        work.accept(arm);
                      }
                    }))
            .toList();
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void print(String work, ProcessUse use) {
    long images = (long) trainings.length * steps * BATCH;
    new Line(
            work,
            engine.description(),
            trainings.length,
            network,
            trainings[0].parameterCount(),
            trainings[0].multiplyAccumulatesPerImage(),
            images,
            images / use.wallSeconds(),
            images / use.processorSeconds(),
            use,
            checksum())
        .print();
  }

  private String checksum() {
    CRC32 sum = new CRC32();
    for (float[] values : predicted) {
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
      bytes.asFloatBuffer().put(values);
      sum.update(bytes);
    }
    return Long.toHexString(sum.getValue());
  }

  private static List<Integer> whole(String list) {
    return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
  }

  private static float[] normal(long seed, int length) {
    RandomStream stream = StreamKey.root(seed).open();
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) stream.nextGaussian();
    }
    return values;
  }
}
