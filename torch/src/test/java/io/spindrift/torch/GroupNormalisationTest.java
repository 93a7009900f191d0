package io.spindrift.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.lang.ref.WeakReference;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and all three gradients against the library's own normalisation and activation. */
class GroupNormalisationTest {
  private static final LibTorch LIBRARY = LibTorch.start(new TorchOptions(1, Precision.FP32));
  private static final int IMAGES = 3;
  private static final int SIDE = 6;

  /** Values and the slopes along x, scale and shift. */
  private record Outcome(float[] values, float[] x, float[] scale, float[] shift) {}

  private static Tensor tensor(int seed, int channels, ScalarType type) {
    float[] values = TinyNets.normal(seed, IMAGES * channels * SIDE * SIDE);
    for (int i = 0; i < values.length; i++) {
      values[i] = 3 + 2 * values[i];
    }
    return HostTensor.of(values, 0, values.length, IMAGES, channels, SIDE, SIDE).to(type);
  }

  private static float[] read(Tensor tensor) {
    float[] values = new float[(int) tensor.numel()];
    HostTensor.read(tensor.to(ScalarType.Float), values, 0, values.length);
    return values;
  }

  private static Outcome outcome(int channels, ScalarType type, boolean activated, boolean own) {
    ParameterTable table = new ParameterTable();
    GroupNormalisation norm = GroupNormalisation.declare(table, "norm", channels);
    try (FlatWeights weights = new FlatWeights(LIBRARY, table, TinyNets.normal(7, 2 * channels))) {
      return LIBRARY.differentiate(() -> {
        Tensor x = tensor(1, channels, type);
        x = own ? x.contiguous(MemoryFormat.ChannelsLast) : x;
        x.requires_grad_(true);
        Tensor y;
        if (own) {
          y = activated ? norm.applyThenSilu(weights, x) : norm.apply(weights, x);
        } else {
          y =
              torch.group_norm(
                  x,
                  norm.groups(),
                  new TensorOptional(weights.exact(norm.scale())),
                  new TensorOptional(weights.exact(norm.shift())),
                  1e-5,
                  false);
          y = activated ? torch.silu(y) : y;
        }
        y.mul(tensor(2, channels, type)).to(ScalarType.Float).sum().backward();
        return new Outcome(
            read(y.detach()),
            read(x.grad()),
            read(weights.exact(norm.scale()).grad()),
            read(weights.exact(norm.shift()).grad()));
      });
    }
  }

  @ParameterizedTest
  @CsvSource({"16,true", "16,false", "48,true", "6,true", "5,false"})
  void valuesAndGradientsAreTheLibrarysInSinglePrecision(int channels, boolean activated) {
    Outcome own = outcome(channels, ScalarType.Float, activated, true);
    Outcome librarys = outcome(channels, ScalarType.Float, activated, false);
    requireClose(own.values, librarys.values, 3e-6);
    requireClose(own.x, librarys.x, 3e-6);
    requireClose(own.scale, librarys.scale, 3e-6);
    requireClose(own.shift, librarys.shift, 3e-6);
  }

  /** One number in bf16 is right to 1/256; the library rounds once more between the two. */
  @ParameterizedTest
  @CsvSource({"16,true", "16,false", "6,true"})
  void valuesAndGradientsInBf16AreThoseInSinglePrecisionRounded(int channels, boolean activated) {
    Outcome own = outcome(channels, ScalarType.BFloat16, activated, true);
    Outcome exact = outcome(channels, ScalarType.Float, activated, false);
    requireClose(own.values, exact.values, 0.02);
    requireClose(own.x, exact.x, 0.02);
    requireClose(own.scale, exact.scale, 0.02);
    requireClose(own.shift, exact.shift, 0.02);
  }

  /** One number per image and channel is added first; x depends on it through a convolution. */
  @Test
  void whatIsAddedHasTheGradientOfASumOverThePixels() {
    Outcome own = added(true);
    Outcome librarys = added(false);
    requireClose(own.values, librarys.values, 1e-5);
    requireClose(own.x, librarys.x, 1e-5);
    requireClose(own.shift, librarys.shift, 1e-5);
  }

  private static Outcome added(boolean own) {
    ParameterTable table = new ParameterTable();
    GroupNormalisation norm = GroupNormalisation.declare(table, "norm", 16);
    Convolution before = Convolution.declare(table, "before", 16, 16, 1, 1, ScalarType.Float);
    float[] initial = TinyNets.normal(7, table.length());
    try (FlatWeights weights = new FlatWeights(LIBRARY, table, initial)) {
      return LIBRARY.differentiate(() -> {
        Tensor x = tensor(1, 16, ScalarType.Float).requires_grad_(true);
        float[] numbers = TinyNets.normal(3, IMAGES * 16);
        Tensor more = HostTensor.of(numbers, 0, numbers.length, IMAGES, 16).requires_grad_(true);
        Tensor passed = more.mul(new Scalar(2));
        Tensor h = before.applyAfter(weights, x, passed);
        Tensor y;
        if (own) {
          y = norm.applyThenSilu(weights, h, passed);
        } else {
          y = norm.applyThenSilu(weights, h.add(passed.unsqueeze(2).unsqueeze(3)));
        }
        y.mul(tensor(2, 16, ScalarType.Float)).sum().backward();
        return new Outcome(read(y.detach()), read(x.grad()), new float[0], read(more.grad()));
      });
    }
  }

  /** The library's own code lies between the two. */
  @Test
  void aFailureInTheGradientReachesTheCallerWithItsReason() {
    TensorTensorHook failing =
        new TensorTensorHook() {
          @Override
          public TensorBase call(TensorBase slope) {
            throw new IllegalStateException("the planted failure");
          }
        };
    assertThatThrownBy(() -> slopeBefore(failing)).hasMessageContaining("the planted failure");
    TensorTensorHook passing =
        new TensorTensorHook() {
          @Override
          public TensorBase call(TensorBase slope) {
            return slope;
          }
        };
    assertThat(slopeBefore(passing)).hasSize(IMAGES * 16 * SIDE * SIDE);
  }

  private static float[] slopeBefore(TensorTensorHook hook) {
    return LIBRARY.differentiate(() -> {
      Tensor x = tensor(1, 16, ScalarType.Float).requires_grad_(true);
      Tensor y = x.mul(new Scalar(2));
      y.register_hook(hook);
      y.sum().backward();
      return read(x.grad());
    });
  }

  /** The library alone holds the hook until the gradient is computed. */
  @Test
  void theGradientOutlivesACollectionOfGarbage() {
    float[] expected = outcome(16, ScalarType.Float, true, true).x();
    ParameterTable table = new ParameterTable();
    GroupNormalisation norm = GroupNormalisation.declare(table, "norm", 16);
    try (FlatWeights weights = new FlatWeights(LIBRARY, table, TinyNets.normal(7, 32))) {
      LIBRARY.differentiate(() -> {
        Tensor x = tensor(1, 16, ScalarType.Float).contiguous(MemoryFormat.ChannelsLast);
        x.requires_grad_(true);
        Tensor y = norm.applyThenSilu(weights, x);
        WeakReference<Object> dropped = new WeakReference<>(new Object());
        for (int tries = 0; tries < 50 && dropped.get() != null; tries++) {
          System.gc();
        }
        y.mul(tensor(2, 16, ScalarType.Float)).sum().backward();
        assertThat(read(x.grad())).containsExactly(expected);
        return true;
      });
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsNotHidden(float bad) {
    for (ScalarType type : new ScalarType[] {ScalarType.Float, ScalarType.BFloat16}) {
      for (int channels : new int[] {16, 5}) {
        ParameterTable table = new ParameterTable();
        GroupNormalisation norm = GroupNormalisation.declare(table, "norm", channels);
        float[] numbers = TinyNets.normal(7, 2 * channels);
        try (FlatWeights weights = new FlatWeights(LIBRARY, table, numbers)) {
          float[] values =
              LIBRARY.compute(() -> {
                float[] given = TinyNets.normal(1, 4 * channels);
                given[0] = bad;
                Tensor x = HostTensor.of(given, 0, given.length, 1, channels, 2, 2).to(type);
                return read(norm.applyThenSilu(weights, x));
              });
          assertThat(values[0]).isNaN();
          assertThat(values[4 * channels - 1]).isFinite();
        }
      }
    }
  }

  /** Differences in units of the largest value. */
  private static void requireClose(float[] actual, float[] expected, double bound) {
    double largest = 0;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(actual).hasSameSizeAs(expected);
    assertThat(largest).isPositive();
    for (int i = 0; i < actual.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], offset(bound * largest));
    }
  }
}
