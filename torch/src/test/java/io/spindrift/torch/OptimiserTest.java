package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.diffusion.denoiser.OptimiserSpec;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class OptimiserTest {
  @Test
  void theRateRisesLinearlyAndFallsByACosineToATenth() {
    OptimiserSpec spec = new OptimiserSpec(0.02, 10, 110, 0, 1, 0.9);
    assertThat(LearningRate.after(0, spec)).isCloseTo(0.002, within(1e-15));
    assertThat(LearningRate.after(9, spec)).isCloseTo(0.02, within(1e-15));
    assertThat(LearningRate.after(60, spec)).isCloseTo(0.011, within(1e-15));
    assertThat(LearningRate.after(110, spec)).isCloseTo(0.002, within(1e-15));
    assertThat(LearningRate.after(5000, spec)).isCloseTo(0.002, within(1e-15));
  }

  /** Algorithm 2 of Loshchilov and Hutter, written out for one number in double precision. */
  @Test
  void stepsEqualTheAlgorithmWrittenOut() {
    LibTorch library = LibTorch.start(new TorchOptions(1, Precision.FP32));
    float[] start = {0.5f, -1.5f, 2};
    float[] mask = {1, 0, 1};
    float[] parameters =
        library.compute(() -> {
          Tensor values = FlatWeights.floats(start);
          try (AdamW adam = new AdamW(library, mask)) {
            for (int step = 1; step <= 5; step++) {
              adam.step(values, FlatWeights.floats(gradient(step)), step, 0.01, 0.1);
            }
          }
          return FlatWeights.read(values);
        });
    for (int i = 0; i < 3; i++) {
      double p = start[i];
      double m = 0;
      double v = 0;
      for (int step = 1; step <= 5; step++) {
        double g = gradient(step)[i];
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        p -= 0.01 * 0.1 * mask[i] * p;
        p -=
            0.01
                * (m / (1 - Math.pow(0.9, step)))
                / (Math.sqrt(v / (1 - Math.pow(0.999, step))) + 1e-8);
      }
      // fp32 keeps 24 bits; five steps of rounding at size 2.
      assertThat((double) parameters[i]).isCloseTo(p, within(2e-6));
    }
  }

  private static float[] gradient(int step) {
    return new float[] {step, -0.1f * step * step, (float) Math.sin(step)};
  }
}
