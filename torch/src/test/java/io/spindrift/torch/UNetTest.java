package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.Loss;
import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.torch.ParameterTable.Slot;
import java.util.List;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class UNetTest {
  @Test
  void countsOfOneLevelEqualThoseByHand() {
    DenoiserSpec spec =
        new DenoiserSpec(new ImageShape(1, 4, 4), 4, List.of(1), 1, 1, 1, 0, Loss.SQUARED_ERROR);
    UNet net = new UNet(spec, ScalarType.Float);

    int time = 8 * 16 + 16 * 16;
    int entry = 16 * 4 * 9;
    int block = 2 * 16 * 4 * 4 * 9 + 16 * 4;
    int joined = 16 * 4 * 8 * 9 + 16 * 4 * 4 * 9 + 16 * 4 + 16 * 4 * 8;
    int exit = 16 * 4 * 9;
    assertThat(net.multiplyAccumulates()).isEqualTo(time + entry + 3 * block + joined + exit);
    int timeValues = 8 * 16 + 16 + 16 * 16 + 16;
    int blockValues = 2 * 8 + 2 * (4 * 4 * 9 + 4) + 16 * 4 + 4;
    int joinedValues = 16 + 8 + (8 * 4 * 9 + 4) + (4 * 4 * 9 + 4) + (16 * 4 + 4) + (8 * 4 + 4);
    int endValues = (4 * 9 + 4) + 8 + (4 * 9 + 1);
    assertThat(net.parameters().length())
        .isEqualTo(timeValues + 3 * blockValues + joinedValues + endValues);
  }

  @Test
  void countsOfPatchesLevelsAndAttentionEqualThoseByHand() {
    DenoiserSpec spec =
        new DenoiserSpec(new ImageShape(1, 8, 8), 4, List.of(1, 2), 1, 1, 2, 0, Loss.SQUARED_ERROR);
    UNet net = new UNet(spec, ScalarType.Float);

    int time = 8 * 16 + 16 * 16;
    int ends = 2 * 16 * 4 * 4 * 9;
    int fallingTop = 2 * 16 * 4 * 4 * 9 + 16 * 4;
    int halve = 4 * 4 * 4 * 9;
    int attention = 4 * 24 * 8 + 4 * 8 * 8 + 2 * 4 * 4 * 8;
    int fallingDeep = 4 * 8 * 4 * 9 + 4 * 8 * 8 * 9 + 16 * 8 + 4 * 8 * 4 + attention;
    int bottom = 2 * (2 * 4 * 8 * 8 * 9 + 16 * 8) + attention;
    int risingDeep = 4 * 8 * 16 * 9 + 4 * 8 * 8 * 9 + 16 * 8 + 4 * 8 * 16 + attention;
    int twice = 16 * 4 * 8 * 9;
    int risingTop = 16 * 4 * 8 * 9 + 16 * 4 * 4 * 9 + 16 * 4 + 16 * 4 * 8;
    assertThat(net.multiplyAccumulates())
        .isEqualTo(
            time
                + ends
                + fallingTop
                + halve
                + fallingDeep
                + bottom
                + risingDeep
                + twice
                + risingTop);
  }

  /**
   * The slope of the error along the gradient of each parameter, from central differences, equals
   * the norm of that gradient. Steps of 1e-2 keep rounding (1e-7 of an error of about one, over the
   * step) below 1e-4 and curvature below 1 %.
   */
  @Test
  void gradientEqualsFiniteDifferences() {
    LibTorch library = LibTorch.start(new TorchOptions(1, Precision.FP32));
    DenoiserSpec spec =
        new DenoiserSpec(new ImageShape(1, 8, 8), 4, List.of(1, 2), 1, 1, 2, 3, Loss.SQUARED_ERROR);
    float[] noisy = TinyNets.normal(5, 2 * 64);
    float[] target = TinyNets.normal(6, 2 * 64);
    TrainingBatch batch =
        new TrainingBatch(
            0,
            noisy,
            new float[] {3, 700},
            new int[] {2, Denoiser.NO_CLASS},
            target,
            new float[] {0.5f, 1.5f});
    try (UNetTraining training = new UNetTraining(library, spec, TinyNets.OPTIMISER, 1, "")) {
      FlatWeights weights = training.weights();
      float[] start = TinyNets.normal(7, (int) training.parameterCount());
      for (Slot slot : new UNet(spec, ScalarType.Float).parameters().slots()) {
        // Strong queries, so that the shares of attention are far from equal.
        float scale = slot.name().contains("queries.weight") ? 1 : 0.2f;
        for (int i = 0; i < slot.count(); i++) {
          start[(int) slot.offset() + i] *= scale;
        }
      }
      FlatWeights.write(start, weights.values());
      training.gradient(batch);
      float[] gradient = FlatWeights.read(weights.gradient());
      double whole = norm(gradient, 0, gradient.length);
      for (Slot slot : new UNet(spec, ScalarType.Float).parameters().slots()) {
        int from = (int) slot.offset();
        int to = from + (int) slot.count();
        double expected = norm(gradient, from, to);
        if (expected < 1e-6 * whole) {
          continue;
        }
        double[] error = new double[2];
        for (int side = 0; side < 2; side++) {
          float[] moved = start.clone();
          for (int i = from; i < to; i++) {
            moved[i] += (float) ((side == 0 ? 1e-2 : -1e-2) * gradient[i] / expected);
          }
          FlatWeights.write(moved, weights.values());
          error[side] = training.gradient(batch);
        }
        assertThat(Math.abs((error[0] - error[1]) / 2e-2 - expected))
            .as(slot.name())
            .isLessThan(0.01 * expected + 1e-4);
      }
    }
  }

  private static double norm(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) values[i] * values[i];
    }
    return Math.sqrt(sum);
  }
}
