package io.spindrift.diffusion.metric.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ImageCollectionTest {
  private static final ImageShape SHAPE = new ImageShape(1, 4, 4);

  /** 600 images are more than two batches of 256. */
  @Test
  void everyImageKeepsItsFeaturesItsLabelAndItsPredictedClass() {
    int count = 600;
    StreamKey key = StreamKey.root(8);
    RandomStream random = key.open();
    byte[] pixels = new byte[16 * count];
    byte[] labels = new byte[count];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) random.nextInt(256);
    }
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(4);
    }
    BandClassifier bands = new BandClassifier();
    CollectedImages found =
        new ImageCollection(bands, key)
            .of(new StoredImageSet("noise", SHAPE, pixels, labels), Progress.NONE);
    float[] features = new float[4 * count];
    bands.extract(pixels, SHAPE, count, features);
    assertThat(found.features().values()).isEqualTo(features);
    assertThat(found.sums().count()).isEqualTo(count);
    int[] predicted = Objects.requireNonNull(found.predicted());
    for (int i = 0; i < count; i++) {
      assertThat(found.labels()[i]).isEqualTo(labels[i]);
      for (int c = 0; c < 4; c++) {
        assertThat(features[4 * i + predicted[i]]).isGreaterThanOrEqualTo(features[4 * i + c]);
      }
    }
  }
}
