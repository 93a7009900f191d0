package io.spindrift.torch;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.numerics.UnusableInput;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * LeNet-5 for 28x28 grey digits; 84 features behind the hyperbolic tangent of layer F6.
 *
 * <p>Pixels are divided by 255 and enlarged to 32x32 bilinearly, corners not aligned. Source: LeCun
 * et al., "Gradient-based learning applied to document recognition", Proc. IEEE 86 (1998), with
 * maximum pooling and a plain last layer; weights of abdulfatir/gan-metrics-pytorch.
 */
final class LeNet implements FeatureNetwork {
  private static final ImageShape DIGIT = new ImageShape(1, 28, 28);
  private static final int CLASSES = 10;
  private static final long[] INPUT = {32, 32};

  private final StoredWeights weights;

  LeNet(LibTorch library, SafetensorsFile stored) {
    weights = new StoredWeights(library, stored);
    weights.require("convnet.c1.weight", 6, 1, 5, 5);
    weights.require("convnet.c1.bias", 6);
    weights.require("convnet.c3.weight", 16, 6, 5, 5);
    weights.require("convnet.c3.bias", 16);
    weights.require("convnet.c5.weight", 120, 16, 5, 5);
    weights.require("convnet.c5.bias", 120);
    weights.require("fc.f6.weight", 84, 120);
    weights.require("fc.f6.bias", 84);
    weights.require("fc.f7.weight", CLASSES, 84);
    weights.require("fc.f7.bias", CLASSES);
  }

  static boolean isIn(SafetensorsFile stored) {
    return stored.tensors().containsKey("convnet.c1.weight");
  }

  @Override
  public int features() {
    return 84;
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public void requireAccepted(ImageShape shape) {
    if (!shape.equals(DIGIT)) {
      throw new UnusableInput(
          "the feature network lenet-mnist reads images of "
              + DIGIT
              + ", but these are "
              + shape
              + "; choose another extractor");
    }
  }

  @Override
  public Tensor features(Tensor pixels) {
    Tensor x = torch.upsample_bilinear2d(pixels.div(new Scalar(255.0)), INPUT, false);
    x = torch.max_pool2d(torch.tanh(weights.convolve("convnet.c1", x, 1, 0)), 2, 2);
    x = torch.max_pool2d(torch.tanh(weights.convolve("convnet.c3", x, 1, 0)), 2, 2);
    x = torch.tanh(weights.convolve("convnet.c5", x, 1, 0)).flatten(1, -1);
    return torch.tanh(weights.dense("fc.f6", x));
  }

  @Override
  public Tensor classes(Tensor features) {
    return weights.dense("fc.f7", features);
  }

  @Override
  public void close() {
    weights.close();
  }
}
