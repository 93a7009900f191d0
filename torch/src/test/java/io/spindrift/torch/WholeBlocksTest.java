package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeBlocksTest {
  private static final LibTorch LIBRARY = LibTorch.start(new TorchOptions(1, Precision.FP32));
  private static final long[] ONE = {1, 1};

  private static Tensor ramp(ScalarType type, long... shape) {
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    return torch
        .arange(new Scalar(count))
        .remainder(new Scalar(7))
        .sub(new Scalar(3))
        .reshape(shape)
        .to(ScalarType.Float)
        .to(type);
  }

  /** Leaves freed memory full of values that are not numbers. */
  private static void poison() {
    LIBRARY.compute(() -> {
      for (int size = 1 << 8; size <= 1 << 20; size *= 2) {
        for (int i = 0; i < 4; i++) {
          torch.empty(size).fill_(new Scalar(Double.NaN));
        }
      }
    });
  }

  @ParameterizedTest
  @CsvSource({"16,1,FP32", "16,1,BF16", "24,24,FP32", "24,24,BF16", "1,8,FP32", "40,10,BF16"})
  void predictionAndGradientsAreNumbersWhateverTheMemoryHeld(int in, int out, Precision precision) {
    ScalarType type = precision == Precision.BF16 ? ScalarType.BFloat16 : ScalarType.Float;
    for (int run = 0; run < 5; run++) {
      poison();
      double[] sums =
          LIBRARY.differentiate(() -> {
            Tensor x = ramp(type, 8, in, 12, 12).requires_grad_(true);
            Tensor kernels = ramp(type, out, in, 3, 3).requires_grad_(true);
            Tensor shift = ramp(type, out).requires_grad_(true);
            Tensor y = WholeBlocks.convolve(x, kernels, new TensorOptional(shift), ONE, ONE);
            assertThat(y.size(1)).isEqualTo(out);
            y.to(ScalarType.Float).mean().backward();
            return new double[] {
              sum(y), sum(x.grad()), sum(kernels.grad()), sum(shift.grad()),
            };
          });
      assertThat(Arrays.stream(sums).allMatch(Double::isFinite)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"16,16", "3,5", "1,1", "24,17"})
  void valuesAreThoseOfTheSumByHand(int in, int out) {
    int side = 6;
    float[] values = new float[2 * out * side * side];
    LIBRARY.compute(() -> {
      Tensor x = ramp(ScalarType.Float, 2, in, side, side);
      Tensor kernels = ramp(ScalarType.Float, out, in, 3, 3);
      Tensor shift = ramp(ScalarType.Float, out);
      Tensor y = WholeBlocks.convolve(x, kernels, new TensorOptional(shift), ONE, ONE);
      HostTensor.read(y, values, 0, values.length);
    });
    // Small whole numbers: every sum is exact.
    assertThat(values).isEqualTo(byHand(2, in, out, side));
  }

  private static float[] byHand(int batch, int in, int out, int side) {
    float[] values = new float[batch * out * side * side];
    int at = 0;
    for (int image = 0; image < batch; image++) {
      for (int o = 0; o < out; o++) {
        for (int row = 0; row < side; row++) {
          for (int column = 0; column < side; column++) {
            values[at++] = o % 7 - 3 + around(image, o, row, column, in, side);
          }
        }
      }
    }
    return values;
  }

  private static float around(int image, int o, int row, int column, int in, int side) {
    float sum = 0;
    for (int i = 0; i < in; i++) {
      for (int k = 0; k < 9; k++) {
        int r = row + k / 3 - 1;
        int c = column + k % 3 - 1;
        if (r >= 0 && r < side && c >= 0 && c < side) {
          int x = ((image * in + i) * side + r) * side + c;
          sum += (x % 7 - 3) * (((o * in + i) * 9 + k) % 7 - 3);
        }
      }
    }
    return sum;
  }

  private static double sum(Tensor tensor) {
    return tensor.to(ScalarType.Float).abs().sum().item_double();
  }
}
