package io.spindrift.onnx;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;

/** Features of images by an ONNX network; every image passes alone, threads share the images. */
final class OnnxFeatureExtractor implements FeatureExtractor {
  /** Sides of the image that asks a network of open size how many features it gives. */
  private static final int USUAL_SIDE = 299;

  /** Images that pass through the memory of one task, one after the other. */
  private static final int CHUNK = 16;

  private final String name;
  private final String network;
  private final OnnxSession session;
  private final NetworkInput input;
  private final NetworkOutput output;
  private final PixelScale scale;
  private final Workers workers;
  private final int features;

  private OnnxFeatureExtractor(
      String name, String network, OnnxSession session, OnnxNetworks asked) {
    this.name = name;
    this.network = network;
    this.session = session;
    this.input = NetworkInput.of(network, session.inputs());
    this.output = NetworkOutput.of(network, session.outputs(), asked.output());
    this.scale = asked.scale();
    if (!scale.fits(input.channels())) {
      throw new UnusableInput(
          network
              + " must take 3 channels for pixels scaled as "
              + scale
              + ", but takes "
              + input.channels());
    }
    this.features = countFeatures();
    this.workers = new Workers(asked.threads());
  }

  static OnnxFeatureExtractor open(String name, Path file, byte[] content, OnnxNetworks asked) {
    String network = file.toString();
    OnnxSession session = OnnxSession.open(network, content);
    try {
      return new OnnxFeatureExtractor(name, network, session, asked);
    } catch (UnusableInput refusal) {
      session.close();
      throw refusal;
    }
  }

  /** By a black image, for exporters often leave the shape of an output open. */
  private int countFeatures() {
    ImageShape image = input.sized(USUAL_SIDE, USUAL_SIDE);
    int[] found = new int[1];
    session.run(
        input.name(),
        OnnxSession.room(image.size()),
        shape(image),
        output.name(),
        (values, shape) -> found[0] = output.features(network, shape));
    return found[0];
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int features() {
    return features;
  }

  @Override
  public void extract(byte[] pixels, ImageShape images, int batch, float[] target) {
    ImageShape taken = input.accept(network, images);
    ImageFitting fitting = new ImageFitting(images, taken, scale);
    workers.forEach(
        Math.ceilDiv(batch, CHUNK),
        chunk -> {
          FloatBuffer values = OnnxSession.room(taken.size());
          for (int k = chunk * CHUNK; k < Math.min(batch, (chunk + 1) * CHUNK); k++) {
            int image = k;
            fitting.write(pixels, image * images.size(), values.clear());
            session.run(
                input.name(),
                values.flip(),
                shape(taken),
                output.name(),
                (found, shape) -> {
                  requireSame(shape, images);
                  NetworkOutput.read(found, shape, target, image * features, features);
                });
          }
        });
  }

  private void requireSame(long[] shape, ImageShape images) {
    if (output.features(network, shape) != features) {
      throw new UnusableInput(
          network
              + " must give "
              + features
              + " features for images of every size, but gives "
              + Arrays.toString(shape)
              + " for "
              + images);
    }
  }

  private static long[] shape(ImageShape image) {
    return new long[] {1, image.channels(), image.height(), image.width()};
  }

  @Override
  public void close() {
    workers.close();
    session.close();
  }
}
