package io.spindrift.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.pytorch.TensorBase;

/**
 * The memory of a tensor [image, channel, height, width] that keeps the channels of a pixel side by
 * side.
 *
 * @param memory its numbers [image, pixel, channel]
 * @param rounded whether they are bf16, otherwise fp32
 * @param images number of images
 * @param pixels pixels of an image
 * @param channels channels of a pixel
 */
record PixelTensor(MemorySegment memory, boolean rounded, int images, int pixels, int channels) {

  /** The memory of a tensor, which must outlive what is returned. */
  @SuppressWarnings("restricted")
  static PixelTensor of(TensorBase tensor) {
    boolean rounded = tensor.element_size() == Short.BYTES;
    long bytes = tensor.numel() * (rounded ? Short.BYTES : Float.BYTES);
    return new PixelTensor(
        MemorySegment.ofAddress(tensor.data_ptr().address()).reinterpret(bytes),
        rounded,
        (int) tensor.size(0),
        (int) (tensor.size(2) * tensor.size(3)),
        (int) tensor.size(1));
  }

  /** Numbers of an image. */
  int size() {
    return pixels * channels;
  }

  /** Copies an image out. */
  void read(int image, float[] values, ChannelLoops loops) {
    if (rounded) {
      loops.widen(memory, (long) image * size() * Short.BYTES, values, size());
    } else {
      MemorySegment.copy(
          memory, ValueLayout.JAVA_FLOAT, (long) image * size() * Float.BYTES, values, 0, size());
    }
  }

  /** Copies an image in. */
  void write(int image, float[] values, ChannelLoops loops) {
    if (rounded) {
      loops.narrow(values, memory, (long) image * size() * Short.BYTES, size());
    } else {
      MemorySegment.copy(
          values, 0, memory, ValueLayout.JAVA_FLOAT, (long) image * size() * Float.BYTES, size());
    }
  }
}
