package io.spindrift.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.UnusableInput;
import java.util.Arrays;
import java.util.Map;

/**
 * The one input of a network: images of 32-bit floats.
 *
 * @param name name in the file
 * @param channels channels of an image
 * @param height rows of pixels, {@link #ANY} where the network does not say
 * @param width columns of pixels, {@link #ANY} where the network does not say
 */
record NetworkInput(String name, int channels, int height, int width) {
  static final int ANY = -1;
  private static final int MOST_CHANNELS = 64;
  private static final int MOST_PIXELS = 4096;

  static NetworkInput of(String network, Map<String, NodeInfo> inputs) {
    if (inputs.size() != 1) {
      throw new UnusableInput(
          network + " must take one input, the images, but takes " + inputs.size());
    }
    NodeInfo input = inputs.values().iterator().next();
    if (!(input.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
      throw new UnusableInput(network + " must take 32-bit floats, but takes " + input.getInfo());
    }
    long[] shape = tensor.getShape();
    if (shape.length != 4
        || (shape[0] != ANY && shape[0] != 1)
        || !(shape[1] >= 1 && shape[1] <= MOST_CHANNELS)
        || !isSide(shape[2])
        || !isSide(shape[3])) {
      throw new UnusableInput(
          network
              + " must take images [1 or any, channel, height, width], with a known number of"
              + " channels, but takes "
              + Arrays.toString(shape).replace("-1", "any"));
    }
    return new NetworkInput(input.getName(), (int) shape[1], (int) shape[2], (int) shape[3]);
  }

  private static boolean isSide(long pixels) {
    return pixels == ANY || (pixels >= 1 && pixels <= MOST_PIXELS);
  }

  /**
   * The shape in which images pass through the network.
   *
   * @throws UnusableInput when their channels do not fit
   */
  ImageShape accept(String network, ImageShape images) {
    boolean repeated = images.channels() == 1 && channels == 3;
    if (images.channels() != channels && !repeated) {
      throw new UnusableInput(
          network
              + " takes images of "
              + channels
              + (channels == 1 ? " channel" : " channels")
              + ", but they are "
              + images);
    }
    return sized(images.height(), images.width());
  }

  /** One image, with these sides where the network leaves them open. */
  ImageShape sized(int openHeight, int openWidth) {
    return new ImageShape(
        channels, height == ANY ? openHeight : height, width == ANY ? openWidth : width);
  }
}
