package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;

/** Networks and batches small enough for tests. */
final class TinyNets {
  static final DenoiserSpec SPEC =
      new DenoiserSpec(new ImageShape(1, 8, 8), 8, List.of(1, 2), 1, 1, 1);
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

  static int[] timesteps(int batch) {
    int[] steps = new int[batch];
    for (int i = 0; i < batch; i++) {
      steps[i] = (37 * i + 11) % 1000;
    }
    return steps;
  }

  /** Trains on one batch that never changes; returns the error of every step. */
  static double[] train(DenoiserTraining training, int steps, int batch) {
    float[] noisy = normal(1, batch * SPEC.image().size());
    float[] noise = normal(2, batch * SPEC.image().size());
    double[] errors = new double[steps];
    for (int i = 0; i < steps; i++) {
      errors[i] = training.step(noisy, timesteps(batch), noise, batch);
    }
    return errors;
  }

  /** What the averaged network predicts for {@code batch} fixed images. */
  static float[] predictions(DenoiserTraining training, int batch) {
    float[] predicted = new float[batch * SPEC.image().size()];
    try (var denoiser = training.averaged()) {
      denoiser.predictNoise(normal(3, predicted.length), timesteps(batch), batch, predicted);
    }
    return predicted;
  }

  private TinyNets() {}
}
