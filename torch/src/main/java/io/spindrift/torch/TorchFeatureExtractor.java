package io.spindrift.torch;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.ImageClassifier;
import org.bytedeco.pytorch.Tensor;

/**
 * Features of images by a {@link FeatureNetwork}, in fp32.
 *
 * <p>The network always sees {@link #CHUNK} images, so that the features of an image do not depend
 * on the images beside it. Threads share the chunks.
 */
final class TorchFeatureExtractor implements ImageClassifier {
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
  public int classes() {
    return network.classes();
  }

  @Override
  public void extract(byte[] pixels, ImageShape images, int batch, float[] target) {
    run(
        pixels,
        images,
        batch,
        (features, from, count) ->
            HostTensor.read(features, target, from * features(), count * features()));
  }

  @Override
  public void classify(
      byte[] pixels, ImageShape images, int batch, float[] features, float[] scores) {
    run(
        pixels,
        images,
        batch,
        (found, from, count) -> {
          HostTensor.read(found, features, from * features(), count * features());
          Tensor classes = network.classes(found);
          HostTensor.read(classes, scores, from * classes(), count * classes());
        });
  }

  /** Takes the features of a chunk, of which the first {@code count} belong to images. */
  private interface Reader {
    void read(Tensor features, int from, int count);
  }

  private void run(byte[] pixels, ImageShape images, int batch, Reader reader) {
    network.requireAccepted(images);
    library
        .crew()
        .forEach(
            Math.ceilDiv(batch, CHUNK),
            chunk -> {
              int from = chunk * CHUNK;
              int count = Math.min(CHUNK, batch - from);
              float[] values = values(pixels, from * images.size(), count * images.size());
              library.compute(
                  () -> reader.read(network.features(tensor(values, images)), from, count));
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
