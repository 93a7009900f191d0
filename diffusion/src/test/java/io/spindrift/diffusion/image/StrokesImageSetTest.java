package io.spindrift.diffusion.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrokesImageSetTest {
  private static final int SIDE = 28;
  private static final int SIZE = SIDE * SIDE;
  private final ImageSet strokes = new StrokesImageSet(StreamKey.root(7), 500);

  @Test
  void everyDigitComesInTurn() {
    assertThat(strokes.classes()).isEqualTo(10);
    assertThat(strokes.label(0)).isZero();
    assertThat(strokes.label(137)).isEqualTo(7);
    assertThatThrownBy(() -> strokes.label(500)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void anImageDependsOnItsIndexAloneAndNotOnThreads(int threads) {
    byte[] all = new byte[60 * SIZE];
    try (Workers workers = new Workers(threads)) {
      workers.forEach(60, i -> strokes.read(59 - i, all, (59 - i) * SIZE));
    }
    assertThat(all).isEqualTo(readAll(new StrokesImageSet(StreamKey.root(7), 60)));
  }

  @Test
  void anotherSeedGivesOtherImages() {
    assertThat(readAll(new StrokesImageSet(StreamKey.root(8), 10)))
        .isNotEqualTo(readAll(new StrokesImageSet(StreamKey.root(7), 10)));
  }

  @Test
  void theInkFillsABoxOfTwentyPixelsAroundItsCentreOfMass() {
    byte[] pixels = readAll(strokes);
    for (int i = 0; i < strokes.count(); i++) {
      double mass = 0;
      double momentX = 0;
      double momentY = 0;
      int top = SIDE;
      int bottom = -1;
      int left = SIDE;
      int right = -1;
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          int level = Byte.toUnsignedInt(pixels[i * SIZE + y * SIDE + x]);
          mass += level;
          momentX += level * (x + 0.5);
          momentY += level * (y + 0.5);
          if (level > 100) {
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            left = Math.min(left, x);
            right = Math.max(right, x);
          }
        }
      }
      // The centre is that of the line's area; overlaps of a stroke with itself move it slightly.
      assertThat(momentX / mass).as("image %d", i).isCloseTo(14, within(1.0));
      assertThat(momentY / mass).as("image %d", i).isCloseTo(14, within(1.0));
      assertThat(Math.max(bottom - top, right - left) + 1).as("image %d", i).isBetween(17, 21);
    }
  }

  @Test
  void inkIsWhiteOnBlackAndCoversAsMuchAsHandwritingDoes() {
    byte[] pixels = readAll(strokes);
    long ink = 0;
    int paper = 0;
    for (byte pixel : pixels) {
      ink += Byte.toUnsignedInt(pixel);
      paper += pixel == 0 ? 1 : 0;
    }
    // MNIST's training set has a mean level of 0.1307; four in five of its pixels are black.
    assertThat(ink / 255.0 / pixels.length).isBetween(0.10, 0.16);
    assertThat((double) paper / pixels.length).isBetween(0.72, 0.87);
  }

  @Test
  void noTwoWritingsOfADigitAreEqual() {
    byte[] first = new byte[SIZE];
    byte[] second = new byte[SIZE];
    for (int i = 0; i + 10 < strokes.count(); i++) {
      strokes.read(i, first, 0);
      strokes.read(i + 10, second, 0);
      int differing = 0;
      for (int p = 0; p < SIZE; p++) {
        differing += first[p] == second[p] ? 0 : 1;
      }
      assertThat(differing).isGreaterThan(30);
    }
  }

  private static byte[] readAll(ImageSet images) {
    byte[] pixels = new byte[images.count() * SIZE];
    for (int i = 0; i < images.count(); i++) {
      images.read(i, pixels, i * SIZE);
    }
    return pixels;
  }
}
