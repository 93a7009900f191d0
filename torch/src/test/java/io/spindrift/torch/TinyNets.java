package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.List;

/** Networks and batches small enough for tests. */
final class TinyNets {
  static final DenoiserSpec SPEC =
      new DenoiserSpec(new ImageShape(1, 8, 8), 8, List.of(1, 2), 1, 1, 1, 0, Loss.SQUARED_ERROR);
  static final OptimiserSpec OPTIMISER = new OptimiserSpec(5e-3, 5, 200, 0.01, 1, 0.99);

  static TorchEngine engine(Precision precision, int threads) {
    return TorchEngine.start(new TorchOptions(threads, precision));
  }

  static float[] normal(long seed, int length) {
    RandomStream stream = StreamKey.root(seed).open();
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) stream.nextGaussian();
    }
    return values;
  }

  static float[] timesteps(int batch) {
    float[] steps = new float[batch];
    for (int i = 0; i < batch; i++) {
      steps[i] = (37 * i + 11) % 1000;
    }
    return steps;
  }

  /** Trains on one batch that never changes; returns the error of every step. */
  static double[] train(DenoiserTraining training, int steps, int batch) {
    TrainingBatch images = batch(batch);
    double[] errors = new double[steps];
    for (int i = 0; i < steps; i++) {
      errors[i] = training.step(images).loss();
    }
    return errors;
  }

  /** Fixed images with fixed noise to predict, all of equal weight and without classes. */
  static TrainingBatch batch(int count) {
    int values = count * SPEC.image().size();
    return batch(normal(1, values), timesteps(count), noClasses(count), normal(2, values));
  }

  /** A batch whose images all have weight one. */
  static TrainingBatch batch(float[] noisy, float[] timesteps, int[] labels, float[] target) {
    float[] weights = new float[timesteps.length];
    Arrays.fill(weights, 1);
    return new TrainingBatch(0, noisy, timesteps, labels, target, weights);
  }

  static int[] noClasses(int count) {
    int[] labels = new int[count];
    Arrays.fill(labels, Denoiser.NO_CLASS);
    return labels;
  }

  /** What the averaged network predicts for {@code batch} fixed images. */
  static float[] predictions(DenoiserTraining training, int batch) {
    float[] predicted = new float[batch * SPEC.image().size()];
    try (var denoiser = training.averaged()) {
      denoiser.predict(
          normal(3, predicted.length), timesteps(batch), noClasses(batch), batch, predicted);
    }
    return predicted;
  }

  private TinyNets() {}
}
