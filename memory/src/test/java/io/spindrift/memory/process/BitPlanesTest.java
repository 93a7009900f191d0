package io.spindrift.memory.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellFaults;
import io.spindrift.memory.array.CellKinds;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BitPlanesTest {
  private static CellArray array(BitPlanes planes) {
    return new CellArray(planes.arrayShape(0), CellKinds.nominal(), CellFaults.NONE);
  }

  private static byte[] pixels(PixelShape shape) {
    byte[] pixels = new byte[shape.pixels()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 89 + i / 256);
    }
    return pixels;
  }

  private static byte[] roundTrip(BitPlanes planes, byte[] pixels) {
    CellArray array = array(planes);
    planes.store(pixels, array);
    return PlaneBits.of(planes, array, false).images();
  }

  /** One image a row with padding, several a row, a last row that is not full, rows per image. */
  @ParameterizedTest
  @CsvSource({
    "5, 1, 9, 9, 128",
    "7, 1, 9, 9, 192",
    "7, 3, 4, 4, 320",
    "3, 1, 8, 16, 128",
    "3, 3, 9, 9, 64",
    "1, 1, 1, 1, 64",
    "2, 1, 16, 16, 64"
  })
  void eightPlanesGiveBackEveryPixel(int images, int channels, int height, int width, int columns) {
    PixelShape shape = new PixelShape(images, channels, height, width);
    for (PlaneCode code : PlaneCode.values()) {
      BitPlanes planes = new BitPlanes(shape, code, 8, columns);
      assertThat(roundTrip(planes, pixels(shape))).isEqualTo(pixels(shape));
    }
  }

  @Test
  void neighbouringValuesDifferInOneBitOfTheGrayCodeAndEachCodeIsOneValue() {
    for (int value = 0; value < 256; value++) {
      assertThat(PlaneCode.GRAY.decode(PlaneCode.GRAY.encode(value))).isEqualTo(value);
      assertThat(PlaneCode.PLAIN.encode(value)).isEqualTo(value);
      if (value > 0) {
        int change = PlaneCode.GRAY.encode(value) ^ PlaneCode.GRAY.encode(value - 1);
        assertThat(Integer.bitCount(change)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PlaneCode.class)
  void onePlaneIsTheImageAtTheThreshold(PlaneCode code) {
    PixelShape shape = new PixelShape(1, 1, 16, 16);
    byte[] pixels = pixels(shape);
    byte[] shown = roundTrip(BitPlanes.of(shape, code, 1), pixels);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(shown[i] & 0xFF).isEqualTo((pixels[i] & 0xFF) >= 128 ? 255 : 0);
    }
  }

  /** The error of n planes is at most one step, 255/(2^n - 1), and black and white are kept. */
  @Test
  void fewPlanesKeepTheUpperDigits() {
    PixelShape shape = new PixelShape(1, 1, 16, 16);
    byte[] pixels = pixels(shape);
    for (int n = 1; n <= 8; n++) {
      byte[] shown = roundTrip(BitPlanes.of(shape, PlaneCode.GRAY, n), pixels);
      for (int i = 0; i < pixels.length; i++) {
        int value = pixels[i] & 0xFF;
        assertThat(Math.abs((shown[i] & 0xFF) - value)).isLessThanOrEqualTo(255 / ((1 << n) - 1));
        if (value == 0 || value == 255) {
          assertThat(shown[i] & 0xFF).isEqualTo(value);
        }
      }
    }
  }

  @Test
  void aRowBelongsToOnePlaneAndPaddingIsZero() {
    PixelShape shape = new PixelShape(5, 1, 6, 6);
    BitPlanes planes = new BitPlanes(shape, PlaneCode.PLAIN, 3, 128);
    assertThat(planes.rowsPerPlane()).isEqualTo(2);
    assertThat(planes.rows()).isEqualTo(6);
    assertThat(planes.pixelsInRow(0)).isEqualTo(108);
    assertThat(planes.pixelsInRow(1)).isEqualTo(72);
    assertThat(planes.paddingCells()).isEqualTo(3 * (20 + 56));
    CellArray array = array(planes);
    byte[] white = new byte[shape.pixels()];
    Arrays.fill(white, (byte) 0xA0);
    planes.store(white, array);
    long[] row = new long[2];
    for (int r = 0; r < 6; r++) {
      array.copyRow(r, row, 0);
      int ones = Long.bitCount(row[0]) + Long.bitCount(row[1]);
      assertThat(ones).isEqualTo(r / 2 == 1 ? 0 : planes.pixelsInRow(r % 2));
    }
  }

  @Test
  void aFoldIsTheExclusiveOrOfDistantRowsWithoutTheirPadding() {
    PixelShape shape = new PixelShape(2, 1, 1, 70);
    BitPlanes planes = new BitPlanes(shape, PlaneCode.PLAIN, 2, 128);
    byte[] pixels = new byte[140];
    for (int i = 0; i < 140; i++) {
      pixels[i] = (byte) ((i * i + i / 3) % 4 << 6);
    }
    CellArray array = array(planes);
    planes.store(pixels, array);
    PlaneBits bits = PlaneBits.of(planes, array, false);
    var fold = bits.fold(2);
    assertThat(fold.length()).isEqualTo(140);
    for (int i = 0; i < 140; i++) {
      int value = (pixels[i] & 0xFF) >>> 6;
      assertThat(fold.bit(i)).isEqualTo((value >>> 1) ^ (value & 1));
    }
    PlaneLaw law =
        PlaneLaw.after(
            2,
            2,
            new PlaneProcess(
                FlipSchedule.constant(2, 0.1).withPlaneFactors(List.of(0.5, 1.0)),
                new StatedDial(0.3),
                Correction.NONE));
    double unlike = 0;
    double ones = 0;
    for (byte pixel : pixels) {
      double upper = law.kernel(0).one((pixel & 0xFF) >>> 7);
      double lower = law.kernel(1).one((pixel & 0xFF) >>> 6 & 1);
      unlike += (upper * (1 - lower) + lower * (1 - upper)) / 140;
      ones += (upper + lower) / 280;
    }
    assertThat(bits.foldedShare(law, 2)).isCloseTo(unlike, within(1e-12));
    assertThat(bits.foldedShare(law, 1)).isCloseTo(ones, within(1e-12));
    var plain = bits.fold(1);
    assertThat(plain.length()).isEqualTo(280);
    for (int i = 0; i < 280; i++) {
      assertThat(plain.bit(i)).isEqualTo(((pixels[i % 140] & 0xFF) >>> (7 - i / 140)) & 1);
    }
  }

  @Test
  void flippedBitsAreCountedByTheValueThatTheyHadAtTheStart() {
    PixelShape shape = new PixelShape(3, 1, 5, 5);
    BitPlanes planes = BitPlanes.of(shape, PlaneCode.PLAIN, 1);
    CellArray array = array(planes);
    byte[] pixels = new byte[75];
    Arrays.fill(pixels, 0, 30, (byte) 200);
    planes.store(pixels, array);
    PlaneBits first = PlaneBits.of(planes, array, false);
    Arrays.fill(pixels, 20, 31, (byte) 0);
    Arrays.fill(pixels, 70, 75, (byte) 255);
    planes.store(pixels, array);
    PlaneCounts counts = first.counts(0, PlaneBits.of(planes, array, false));
    assertThat(counts).isEqualTo(new PlaneCounts(45, 30, 5, 10));
    assertThat(counts.shareOfOnes()).isEqualTo(25 / 75.0);
    assertThat(first.shareOfOnes(0)).isEqualTo(30 / 75.0);
    PlaneBits inverted = PlaneBits.of(planes, array, true);
    assertThat(first.counts(0, inverted)).isEqualTo(new PlaneCounts(45, 30, 40, 20));
  }

  @Test
  void layoutsThatDoNotFitAreRefused() {
    PixelShape shape = new PixelShape(5, 1, 6, 6);
    assertThatThrownBy(() -> new BitPlanes(shape, PlaneCode.GRAY, 9, 64))
        .hasMessage("planes must be between 1 and 8, but was 9");
    assertThatThrownBy(() -> new BitPlanes(shape, PlaneCode.GRAY, 8, 65))
        .hasMessageContaining("columns must be a multiple of 64");
    assertThatThrownBy(() -> new PixelShape(1 << 20, 3, 64, 64)).hasMessageContaining("pixels");
    BitPlanes planes = BitPlanes.of(shape, PlaneCode.GRAY, 8);
    BitPlanes fewer = BitPlanes.of(shape, PlaneCode.GRAY, 7);
    assertThatThrownBy(() -> planes.store(new byte[180], array(fewer)))
        .hasMessageContaining("array must have 64 columns and at least 40 rows");
    assertThatThrownBy(() -> planes.store(new byte[3], array(planes)))
        .hasMessage("pixels must be 180, but was 3");
  }
}
