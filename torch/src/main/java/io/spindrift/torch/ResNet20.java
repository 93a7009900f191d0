package io.spindrift.torch;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.numerics.UnusableInput;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * ResNet-20 for 32x32 colour pictures; 64 features, the mean over the last activations.
 *
 * <p>Pixels become (x / 255 - mean) / deviation per colour. Grey images are repeated in every
 * colour and other sizes are resized bilinearly, corners not aligned. Source: He et al., "Deep
 * residual learning for image recognition", CVPR 2016, section 4.2, shortcuts of kind A; weights of
 * akamaster/pytorch_resnet_cifar10.
 */
final class ResNet20 implements FeatureNetwork {
  private static final int SIDE = 32;
  private static final long[] ZERO = {0, 0};
  private static final long[] ONE = {1, 1};
  private static final int CLASSES = 10;
  private static final int BLOCKS = 3;
  private static final int[] CHANNELS = {16, 32, 64};
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  private final StoredWeights weights;
  private final Retained retained = new Retained();
  private final Tensor scale;
  private final Tensor shift;

  ResNet20(LibTorch library, SafetensorsFile stored) {
    weights = new StoredWeights(library, stored);
    require("conv1", "bn1", 3, CHANNELS[0]);
    int in = CHANNELS[0];
    for (int stage = 0; stage < CHANNELS.length; stage++) {
      for (int i = 0; i < BLOCKS; i++) {
        String name = name(stage, i);
        require(name + "conv1", name + "bn1", in, CHANNELS[stage]);
        require(name + "conv2", name + "bn2", CHANNELS[stage], CHANNELS[stage]);
        in = CHANNELS[stage];
      }
    }
    weights.require("linear.weight", CLASSES, 64);
    weights.require("linear.bias", CLASSES);
    scale = library.handle(() -> retained.keep(perColour(c -> 1 / (255 * DEVIATION[c]))));
    shift = library.handle(() -> retained.keep(perColour(c -> -MEAN[c] / DEVIATION[c])));
  }

  private interface ByColour {
    float value(int colour);
  }

  static boolean isIn(SafetensorsFile stored) {
    return stored.tensors().containsKey("layer3.2.conv2.weight");
  }

  @Override
  public int features() {
    return CHANNELS[2];
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public void requireAccepted(ImageShape shape) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new UnusableInput(
          "the feature network resnet20-cifar10 reads grey or colour images, but these have "
              + shape.channels()
              + " channels");
    }
  }

  @Override
  public Tensor features(Tensor pixels) {
    long batch = pixels.size(0);
    Tensor x =
        pixels.size(2) == SIDE && pixels.size(3) == SIDE
            ? pixels
            : torch.upsample_bilinear2d(pixels, new long[] {SIDE, SIDE}, false);
    x = x.expand(batch, 3, SIDE, SIDE).mul(scale).add(shift);
    x = torch.relu(weights.normalise("bn1", weights.convolve("conv1", x, 1, 1)));
    for (int stage = 0; stage < CHANNELS.length; stage++) {
      for (int i = 0; i < BLOCKS; i++) {
        x = block(name(stage, i), x, i == 0 && stage > 0);
      }
    }
    return torch.adaptive_avg_pool2d(x, 1, 1).flatten(1, -1);
  }

  @Override
  public Tensor classes(Tensor features) {
    return weights.dense("linear", features);
  }

  @Override
  public void close() {
    weights.close();
    retained.close();
  }

  private Tensor block(String name, Tensor x, boolean halves) {
    Tensor h = weights.convolve(name + "conv1", x, halves ? 2 : 1, 1);
    h = torch.relu(weights.normalise(name + "bn1", h));
    h = weights.normalise(name + "bn2", weights.convolve(name + "conv2", h, 1, 1));
    return torch.relu(h.add(halves ? halved(x) : x));
  }

  /** Shortcut of kind A: every second pixel, and zeros in the new channels on both sides. */
  private static Tensor halved(Tensor x) {
    Tensor fewer = torch.max_pool2d(x, new long[] {1, 1}, new long[] {2, 2}, ZERO, ONE, false);
    Tensor side = torch.zeros(x.size(0), x.size(1) / 2, fewer.size(2), fewer.size(3));
    return torch.cat(new TensorVector(side, fewer, side), 1);
  }

  private void require(String convolution, String norm, int in, int out) {
    weights.require(convolution + ".weight", out, in, 3, 3);
    for (String part : new String[] {".weight", ".bias", ".running_mean", ".running_var"}) {
      weights.require(norm + part, out);
    }
  }

  private static String name(int stage, int block) {
    return "layer" + (stage + 1) + "." + block + ".";
  }

  private static Tensor perColour(ByColour function) {
    float[] values = {function.value(0), function.value(1), function.value(2)};
    return FlatWeights.floats(values).view(1, 3, 1, 1);
  }
}
