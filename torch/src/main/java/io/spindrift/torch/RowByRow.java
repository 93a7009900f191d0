package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * y = x W^T + b with the same arithmetic for every row, whatever its place in the batch.
 *
 * <p>The library's own product takes rows in blocks, and on processors without AVX-512 a row is
 * rounded differently from block to block. A convolution over one pixel does not.
 */
final class RowByRow {
  private static final long[] ONE = {1, 1};
  private static final long[] NONE = {0, 0};

  /** The product for x of shape [batch, in], weight [out, in], bias [out]: [batch, out]. */
  static Tensor linear(Tensor x, Tensor weight, TensorOptional bias) {
    Tensor pixels = x.unsqueeze(-1).unsqueeze(-1);
    Tensor kernels = weight.unsqueeze(-1).unsqueeze(-1);
    return WholeBlocks.convolve(pixels, kernels, bias, ONE, NONE).flatten(1, 3);
  }

  private RowByRow() {}
}
