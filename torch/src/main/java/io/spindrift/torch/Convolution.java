package io.spindrift.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Square convolution with bias over [batch, channel, height, width], padded by half its side.
 *
 * @param weight slot of the kernels [out, in, side, side]
 * @param bias slot of the biases [out]
 * @param in channels in
 * @param out channels out
 * @param side side of the kernel in pixels, odd
 * @param stride distance between kernel positions in pixels
 * @param type arithmetic
 */
record Convolution(int weight, int bias, int in, int out, int side, int stride, ScalarType type) {
  static Convolution declare(
      ParameterTable table, String name, int in, int out, int side, int stride, ScalarType type) {
    int weight = table.weight(name + ".weight", (long) in * side * side, out, in, side, side);
    return new Convolution(weight, bias(table, name, out), in, out, side, stride, type);
  }

  /** A convolution whose result starts as zero. */
  static Convolution declareZero(
      ParameterTable table, String name, int in, int out, int side, ScalarType type) {
    int weight = table.zeroWeight(name + ".weight", out, in, side, side);
    return new Convolution(weight, bias(table, name, out), in, out, side, 1, type);
  }

  Tensor apply(Weights weights, Tensor x) {
    return apply(weights, x, weights.in(type, bias));
  }

  /**
   * The same values; in the graph they also depend on {@code other}, by nothing, so that its
   * gradient is asked for after that of the result.
   */
  Tensor applyAfter(Weights weights, Tensor x, Tensor other) {
    Tensor shift = weights.in(type, bias);
    if (!other.requires_grad()) {
      return apply(weights, x, shift);
    }
    Tensor one = other.flatten().select(0, 0).to(type);
    return apply(weights, x, shift.add(one, new Scalar(0)));
  }

  private Tensor apply(Weights weights, Tensor x, Tensor shift) {
    long[] step = {stride, stride};
    long[] padding = {side / 2, side / 2};
    // Pixel after pixel with their channels side by side: the library then reorders nothing.
    Tensor laid = x.contiguous(MemoryFormat.ChannelsLast);
    return WholeBlocks.convolve(
            laid, weights.in(type, weight), new TensorOptional(shift), step, padding)
        .contiguous(MemoryFormat.ChannelsLast);
  }

  long multiplyAccumulates(int outHeight, int outWidth) {
    return (long) outHeight * outWidth * out * in * side * side;
  }

  private static int bias(ParameterTable table, String name, int out) {
    return table.constant(name + ".bias", 0, out);
  }
}
