package io.spindrift.torch;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.FeatureExtractor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Features of images by a {@link FeatureNetwork}, in fp32.
 *
 * <p>The network always sees {@link #CHUNK} images, so that the features of an image do not depend
 * on the images beside it.
 */
final class TorchFeatureExtractor implements FeatureExtractor {
  /** Images that pass through the network together. */
  static final int CHUNK = 64;

  private final LibTorch library;
  private final String name;
  private final FeatureNetwork network;
  private @Nullable ImageShape shape;
  private @Nullable HostTensor input;
  private float[] values = {};

  TorchFeatureExtractor(LibTorch library, String name, FeatureNetwork network) {
    this.library = library;
    this.name = name;
    this.network = network;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int features() {
    return network.features();
  }

  @Override
  public void extract(byte[] pixels, ImageShape images, int batch, float[] target) {
    run(pixels, images, batch, target, network.features(), x -> x);
  }

  /** Writes the score of every class instead of the features. */
  void classify(byte[] pixels, ImageShape images, int batch, int classes, float[] target) {
    run(pixels, images, batch, target, classes, network::classes);
  }

  private void run(
      byte[] pixels,
      ImageShape images,
      int batch,
      float[] target,
      int columns,
      UnaryOperator<Tensor> last) {
    HostTensor tensor = prepare(images);
    int size = images.size();
    for (int from = 0; from < batch; from += CHUNK) {
      int first = from;
      int count = Math.min(CHUNK, batch - from);
      Arrays.fill(values, 0);
      for (int i = 0; i < count * size; i++) {
        values[i] = Byte.toUnsignedInt(pixels[first * size + i]);
      }
      int unused =
          library.compute(() -> {
            Tensor result = last.apply(network.features(tensor.write(values, 0, CHUNK)));
            HostTensor.read(result, target, first * columns, count * columns);
            return 0;
          });
    }
  }

  private HostTensor prepare(ImageShape images) {
    if (input == null || !images.equals(shape)) {
      network.requireAccepted(images);
      if (input != null) {
        input.close();
      }
      shape = images;
      values = new float[CHUNK * images.size()];
      input = new HostTensor(library, CHUNK, images.channels(), images.height(), images.width());
    }
    return input;
  }

  @Override
  public void close() {
    network.close();
    if (input != null) {
      input.close();
      input = null;
    }
  }
}
