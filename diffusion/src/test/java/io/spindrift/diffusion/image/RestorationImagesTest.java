package io.spindrift.diffusion.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks, errors and the noise of images to be restored. */
class RestorationImagesTest {
  private static final ImageShape SHAPE = new ImageShape(1, 4, 4);
  @TempDir private Path folder;

  private static ImageSet set(ImageShape shape, int... levels) {
    byte[] pixels = new byte[levels.length];
    for (int i = 0; i < levels.length; i++) {
      pixels[i] = (byte) levels[i];
    }
    return new StoredImageSet("set", shape, pixels, null);
  }

  @Test
  void halfKnowsTheLeftAndBoxTheRim() {
    assertThat(PixelMask.parse("half", new ImageShape(1, 2, 3)).known())
        .containsExactly(true, true, false, true, true, false);
    PixelMask box = PixelMask.parse("box", new ImageShape(3, 4, 4));
    assertThat(box.open()).isEqualTo(3 * 4);
    assertThat(IntStream.range(0, 48).filter(i -> !box.known()[i]))
        .containsExactly(5, 6, 9, 10, 21, 22, 25, 26, 37, 38, 41, 42);
  }

  @Test
  void aMaskComesFromAPictureOrAnArray() throws IOException {
    int[] levels = {0, 1, 255, 0, 9, 9, 9, 9, 0, 0, 0, 0, 7, 7, 7, 7};
    PngFolderWriter.write(folder, set(SHAPE, levels));
    Path array = folder.resolve("mask.npy");
    byte[] bytes = new byte[16];
    IntStream.range(0, 16).forEach(i -> bytes[i] = (byte) levels[i]);
    Files.write(array, ImageFiles.npy("|u1", "(4, 4)", bytes));
    for (Path file : new Path[] {folder.resolve("000000.png"), array}) {
      PixelMask mask = PixelMask.parse(file.toString(), SHAPE);
      assertThat(IntStream.range(0, 16).filter(i -> mask.known()[i] != (levels[i] != 0))).isEmpty();
      assertThat(mask.open()).isEqualTo(6);
    }
  }

  @Test
  void aMaskOfAnotherSizeOrWithNothingOpenIsRefusedInOneSentence() throws IOException {
    Path array = folder.resolve("mask.npy");
    Files.write(array, ImageFiles.npy("|u1", "(1, 2, 4)", new byte[8]));
    assertThatThrownBy(() -> PixelMask.parse(array.toString(), SHAPE))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("4x4 pixels, but has 4x2");
    byte[] full = new byte[16];
    Arrays.fill(full, (byte) 1);
    Files.write(array, ImageFiles.npy("|u1", "(4, 4)", full));
    assertThatThrownBy(() -> PixelMask.parse(array.toString(), SHAPE))
        .hasMessageContaining("leave a pixel open");
    assertThatThrownBy(() -> PixelMask.parse("halve", SHAPE))
        .hasMessageContaining("there is no file");
    Files.write(folder.resolve("x.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2});
    assertThatThrownBy(() -> PixelMask.parse(folder.resolve("x.png").toString(), SHAPE))
        .isInstanceOf(UnusableInput.class);
  }

  @Test
  void errorsAreThoseOfTheFormula() {
    ImageShape two = new ImageShape(1, 1, 2);
    PixelError error = PixelError.of(set(two, 10, 250), set(two, 7, 254));
    assertThat(error.rootMeanSquare()).isCloseTo(Math.sqrt(12.5), within(1e-12));
    assertThat(error.peakSignalDecibels())
        .isCloseTo(10 * Math.log10(255 * 255 / 12.5), within(1e-9));
    PixelMask right = PixelMask.parse("half", two);
    assertThat(PixelError.ofOpen(set(two, 10, 250), set(two, 7, 254), right).rootMeanSquare())
        .isEqualTo(4);
    byte[] covered = new byte[2];
    right.covering(set(two, 10, 250), (byte) 99).read(0, covered, 0);
    assertThat(covered).containsExactly(10, 99);
  }

  /** 16,384 blocks: the standard error of the estimate is 0.9 %, the tolerance 5 %. */
  @Test
  void noiseOnASlopeIsEstimatedFromItsNeighbours() {
    ImageShape shape = new ImageShape(1, 256, 256);
    RandomStream random = StreamKey.root(3).purpose("noise").at(0).open();
    int[] levels = new int[shape.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] =
          (int) Math.round(60 + 0.2 * (i % 256) + 0.3 * (i / 256) + 12 * random.nextGaussian());
    }
    assertThat(NoiseEstimate.deviation(set(shape, levels))).isCloseTo(12, within(0.6));
    assertThatThrownBy(() -> NoiseEstimate.deviation(set(SHAPE, new int[16])))
        .hasMessageContaining("only 0 blocks");
  }
}
