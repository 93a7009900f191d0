package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.ImageClassifier;

/**
 * Features are the means of four bands of an image of 4 x 4 pixels; the class is the brightest
 * band.
 */
final class BandClassifier implements ImageClassifier {
  @Override
  public String name() {
    return "bands";
  }

  @Override
  public int features() {
    return 4;
  }

  @Override
  public int classes() {
    return 4;
  }

  @Override
  public void extract(byte[] pixels, ImageShape shape, int batch, float[] target) {
    int band = shape.size() / 4;
    for (int i = 0; i < batch * 4; i++) {
      float sum = 0;
      for (int p = i * band; p < (i + 1) * band; p++) {
        sum += Byte.toUnsignedInt(pixels[p]);
      }
      target[i] = sum / band / 64;
    }
  }

  @Override
  public void classify(
      byte[] pixels, ImageShape shape, int batch, float[] features, float[] scores) {
    extract(pixels, shape, batch, features);
    System.arraycopy(features, 0, scores, 0, batch * 4);
  }

  @Override
  public void close() {}
}
