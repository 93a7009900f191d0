package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution whose channels are filled up with zeros to whole blocks of 16.
 *
 * <p>On some processors (seen on an AMD EPYC of family 26 with PyTorch 2.10, in fp32 and in bf16)
 * the library reads channels of an unfinished block that nobody has written and multiplies them by
 * zero: nothing happens unless they hold a value that is not a number, and then a whole gradient,
 * in bf16 also a prediction, is lost. Channels of zeros leave nothing unwritten and change no sum.
 * A single channel that comes in, as of a grey image, is left as it is.
 */
final class WholeBlocks {
  private static final int BLOCK = 16;
  private static final long[] ONE = {1, 1};

  /**
   * The convolution of x [batch, in, height, width] with kernels [out, in, side, side].
   *
   * @param shift what is added per channel out, or nothing
   */
  static Tensor convolve(
      Tensor x, Tensor kernels, TensorOptional shift, long[] step, long[] padding) {
    long out = kernels.size(0);
    long in = kernels.size(1);
    long outMissing = missing(out);
    long inMissing = in == 1 ? 0 : missing(in);
    if (outMissing == 0 && inMissing == 0) {
      return torch.conv2d(x, kernels, shift, step, padding, ONE, 1);
    }
    Tensor wholeX = inMissing == 0 ? x : pad(x, 0, 0, 0, 0, 0, inMissing);
    Tensor wholeKernels = pad(kernels, 0, 0, 0, 0, 0, inMissing, 0, outMissing);
    TensorOptional wholeShift =
        shift.has_value() ? new TensorOptional(pad(shift.get(), 0, outMissing)) : shift;
    Tensor whole = torch.conv2d(wholeX, wholeKernels, wholeShift, step, padding, ONE, 1);
    return outMissing == 0 ? whole : whole.narrow(1, 0, out);
  }

  private static Tensor pad(Tensor tensor, long... sides) {
    return torch.constant_pad_nd(tensor, sides);
  }

  private static long missing(long channels) {
    return Math.ceilDiv(channels, BLOCK) * BLOCK - channels;
  }

  private WholeBlocks() {}
}
