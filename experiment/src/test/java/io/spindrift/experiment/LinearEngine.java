package io.spindrift.experiment;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.StepResult;
import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.safetensors.ElementType;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A tensor engine for tests: the denoiser multiplies the image by one number per pixel, learnt by
 * gradient descent; the features are means over squares of seven by seven pixels.
 */
public final class LinearEngine implements TensorEngine {
  private static final int POOL = 7;
  private static final int SIZE = 28 * 28;

  /** A training of some numbers that has not begun. */
  public static DenoiserTraining untrained(int size) {
    return new Training(size, 0, 0);
  }

  /** Writes a checkpoint of a training that has not begun. */
  public static void writeCheckpoint(Path file) {
    try (DenoiserTraining training = untrained(SIZE)) {
      training.save(file);
    }
  }

  @Override
  public String description() {
    return "linear engine for tests";
  }

  @Override
  public DenoiserTraining begin(
      DenoiserSpec denoiser, OptimiserSpec optimiser, long seed, String configuration) {
    return new Training(denoiser.image().size(), optimiser.learningRate(), seed);
  }

  @Override
  public StoredDenoiser describe(Path checkpoint) {
    throw new UnsupportedOperationException("not needed by a run");
  }

  @Override
  public void export(Path checkpoint, Path file, ElementType type) {
    throw new UnsupportedOperationException("not needed by a run");
  }

  @Override
  public Denoiser load(Path checkpoint) {
    try (Training training = new Training(SIZE, 0, 0)) {
      training.restore(checkpoint);
      return training.averaged();
    }
  }

  @Override
  public FeatureExtractor openExtractor(String name, Path safetensors) {
    return new Pool(name);
  }

  @Override
  public FeatureExtractor trainExtractor(
      ImageSet images, int count, int steps, long seed, Path file, Progress progress) {
    AtomicFile.writeText(file, "pool");
    return new Pool("pool of seven by seven");
  }

  private static final class Training implements DenoiserTraining {
    private final double[] weights;
    private final double rate;
    private long steps;

    Training(int size, double rate, long seed) {
      this.weights = StreamKey.root(seed).purpose("weights").open().doubles(size, 0, 0.5).toArray();
      this.rate = rate;
    }

    @Override
    public long stepsDone() {
      return steps;
    }

    @Override
    public long parameterCount() {
      return weights.length;
    }

    @Override
    public long multiplyAccumulatesPerImage() {
      return weights.length;
    }

    @Override
    public StepResult step(TrainingBatch given) {
      int batch = given.count();
      float[] noisy = given.noisy();
      float[] noise = given.target();
      double loss = 0;
      double squares = 0;
      int size = weights.length;
      for (int i = 0; i < batch * size; i++) {
        double error = weights[i % size] * noisy[i] - noise[i];
        loss += error * error / (batch * size);
        double slope = error * noisy[i] / batch;
        squares += slope * slope;
        weights[i % size] -= rate * slope;
      }
      steps++;
      return new StepResult(loss, Math.sqrt(squares), rate);
    }

    @Override
    public Denoiser averaged() {
      double[] copy = weights.clone();
      return new Denoiser() {
        @Override
        public void predict(
            float[] noisy, float[] timesteps, int[] labels, int batch, float[] predicted) {
          for (int i = 0; i < batch * copy.length; i++) {
            predicted[i] = (float) (copy[i % copy.length] * noisy[i]);
          }
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void save(Path file) {
      StringBuilder text = new StringBuilder().append(steps).append('\n');
      for (double weight : weights) {
        text.append(weight).append('\n');
      }
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void restore(Path file) {
      try {
        var lines = Files.readAllLines(file);
        steps = Long.parseLong(lines.getFirst());
        for (int i = 0; i < weights.length; i++) {
          weights[i] = Double.parseDouble(lines.get(i + 1));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }

  private record Pool(String name) implements FeatureExtractor {
    @Override
    public int features() {
      return 16;
    }

    @Override
    public void extract(byte[] pixels, ImageShape shape, int batch, float[] target) {
      java.util.Arrays.fill(target, 0, batch * features(), 0);
      for (int i = 0; i < batch * shape.size(); i++) {
        int within = i % shape.size() % (shape.height() * shape.width());
        int cell = within / shape.width() / POOL * 4 + within % shape.width() / POOL;
        target[i / shape.size() * features() + cell] += (pixels[i] & 0xFF) / 255f / (POOL * POOL);
      }
    }

    @Override
    public void close() {}
  }
}
