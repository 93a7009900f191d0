package io.spindrift.torch;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Copies of arrays as fp32 tensors and back; call within a frame of the library. */
final class HostTensor {
  /** A tensor whose first {@code length} elements are copied and whose others are zero. */
  static Tensor of(float[] source, int offset, int length, long... shape) {
    Tensor tensor = torch.zeros(shape);
    new FloatPointer(tensor.data_ptr_float()).put(source, offset, length);
    return tensor;
  }

  /** Copies the first elements of {@code result} out. */
  static void read(Tensor result, float[] target, int offset, int length) {
    new FloatPointer(result.contiguous().data_ptr_float()).get(target, offset, length);
  }

  private HostTensor() {}
}
