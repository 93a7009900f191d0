package io.spindrift.torch;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.FeatureExtractor;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;

/**
 * Features of images by a {@link FeatureNetwork}, in fp32.
 *
 * <p>The network always sees {@link #CHUNK} images, so that the features of an image do not depend
 * on the images beside it. Threads share the chunks.
 */
final class TorchFeatureExtractor implements FeatureExtractor {
  /** Images that pass through the network together. */
  static final int CHUNK = 32;

  private final LibTorch library;
  private final String name;
  private final FeatureNetwork network;

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
    network.requireAccepted(images);
    library
        .crew()
        .forEach(
            Math.ceilDiv(batch, CHUNK),
            chunk -> {
              int from = chunk * CHUNK;
              int count = Math.min(CHUNK, batch - from);
              float[] values = values(pixels, from * images.size(), count * images.size());
              library.compute(() -> {
                Tensor result = last.apply(network.features(tensor(values, images)));
                HostTensor.read(result, target, from * columns, count * columns);
              });
            });
  }

  private static Tensor tensor(float[] values, ImageShape images) {
    return HostTensor.of(
        values, 0, values.length, CHUNK, images.channels(), images.height(), images.width());
  }

  private static float[] values(byte[] pixels, int offset, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = Byte.toUnsignedInt(pixels[offset + i]);
    }
    return values;
  }

  @Override
  public void close() {
    network.close();
  }
}
