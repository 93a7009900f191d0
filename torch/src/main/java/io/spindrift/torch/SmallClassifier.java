package io.spindrift.torch;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.UnusableInput;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A small convolutional classifier for images of one shape, as a function of its weights.
 *
 * <p>Three convolutions of side 3 (16, 32, 64 channels; the last two halve the image) with
 * rectifiers, means over a 4x4 grid, 64 features behind a hyperbolic tangent, one score per class.
 */
final class SmallClassifier {
  static final int FEATURES = 64;
  private static final int GRID = 4;

  private final ImageShape shape;
  private final int classes;
  private final ParameterTable table = new ParameterTable();
  private final Convolution first;
  private final Convolution second;
  private final Convolution third;
  private final Dense hidden;
  private final Dense scores;

  SmallClassifier(ImageShape shape, int classes) {
    this.shape = shape;
    this.classes = classes;
    first = Convolution.declare(table, "first", shape.channels(), 16, 3, 1, ScalarType.Float);
    second = Convolution.declare(table, "second", 16, 32, 3, 2, ScalarType.Float);
    third = Convolution.declare(table, "third", 32, 64, 3, 2, ScalarType.Float);
    hidden = Dense.declare(table, "features", 64 * GRID * GRID, FEATURES);
    scores = Dense.declare(table, "classes", FEATURES, classes);
  }

  ImageShape shape() {
    return shape;
  }

  ParameterTable parameters() {
    return table;
  }

  Tensor features(Weights weights, Tensor pixels) {
    Tensor x = pixels.div(new Scalar(127.5)).sub(new Scalar(1.0));
    x = torch.relu(first.apply(weights, x));
    x = torch.relu(second.apply(weights, x));
    x = torch.relu(third.apply(weights, x));
    x = torch.adaptive_avg_pool2d(x, GRID, GRID).flatten(1, -1);
    return torch.tanh(hidden.apply(weights, x));
  }

  Tensor classes(Weights weights, Tensor features) {
    return scores.apply(weights, features);
  }

  /** The classifier with weights that no longer change. */
  FeatureNetwork with(FixedWeights weights) {
    return new FeatureNetwork() {
      @Override
      public int features() {
        return FEATURES;
      }

      @Override
      public int classes() {
        return classes;
      }

      @Override
      public void requireAccepted(ImageShape given) {
        if (!given.equals(shape)) {
          throw new UnusableInput(
              "the self-trained classifier reads images of "
                  + shape
                  + ", as it was trained on, but these are "
                  + given);
        }
      }

      @Override
      public Tensor features(Tensor pixels) {
        return SmallClassifier.this.features(weights, pixels);
      }

      @Override
      public Tensor classes(Tensor features) {
        return SmallClassifier.this.classes(weights, features);
      }

      @Override
      public void close() {
        weights.close();
      }
    };
  }
}
