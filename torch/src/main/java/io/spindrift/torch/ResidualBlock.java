package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.jspecify.annotations.Nullable;

/**
 * Two convolutions around a shortcut: x + conv(silu(norm(conv(silu(norm(x))) + time))).
 *
 * <p>The second convolution starts at zero, so the block starts as its shortcut. Source: Ho, Jain
 * and Abbeel, "Denoising diffusion probabilistic models", NeurIPS 2020, appendix B; without its
 * dropout.
 *
 * @param time turns the embedded time into one shift per channel
 * @param shortcut a convolution of side 1 where the number of channels changes
 */
record ResidualBlock(
    GroupNormalisation firstNorm,
    Convolution first,
    Dense time,
    GroupNormalisation secondNorm,
    Convolution second,
    @Nullable Convolution shortcut) {

  static ResidualBlock declare(
      ParameterTable table, String name, int in, int out, int timeWidth, ScalarType type) {
    return new ResidualBlock(
        GroupNormalisation.declare(table, name + ".norm.0", in),
        Convolution.declare(table, name + ".convolution.0", in, out, 3, 1, type),
        Dense.declare(table, name + ".time", timeWidth, out),
        GroupNormalisation.declare(table, name + ".norm.1", out),
        Convolution.declareZero(table, name + ".convolution.1", out, out, 3, type),
        in == out ? null : Convolution.declare(table, name + ".shortcut", in, out, 1, 1, type));
  }

  /**
   * Applies the block.
   *
   * @param x activations [batch, in, height, width]
   * @param embedded embedded time [batch, timeWidth], fp32
   */
  Tensor apply(Weights weights, Tensor x, Tensor embedded) {
    Tensor shift = time.apply(weights, embedded);
    Tensor h = first.applyAfter(weights, firstNorm.applyThenSilu(weights, x), shift);
    h = second.apply(weights, secondNorm.applyThenSilu(weights, h, shift));
    return h.add_(shortcut == null ? x : shortcut.apply(weights, x));
  }

  long multiplyAccumulates(int height, int width) {
    return first.multiplyAccumulates(height, width)
        + second.multiplyAccumulates(height, width)
        + time.multiplyAccumulates()
        + (shortcut == null ? 0 : shortcut.multiplyAccumulates(height, width));
  }
}
