package io.spindrift.memory.process;

import io.spindrift.entropy.PackedBits;
import io.spindrift.memory.array.ArrayShape;
import io.spindrift.memory.array.CellArray;
import io.spindrift.numerics.Require;

/**
 * Where the bits of images lie in an array.
 *
 * <p>Plane k of {@code planes} holds digit k of the code of each pixel, the most significant digit
 * in plane 0; a pixel keeps its upper {@code planes} bits before it is coded. One plane alone is
 * the image at the threshold 128. Plane k takes the rows [k R, (k + 1) R), so that one pulse on a
 * row touches one plane. A row holds as many whole images as fit, or, where an image is longer than
 * a row, an image takes whole rows of its own. Pixels of an image follow each other in the order
 * [channel, height, width]; cells of a row beyond its last pixel are padding: they are pulsed with
 * their row, start as 0 and mean nothing.
 *
 * @param pixels the images
 * @param code how a value is written in bits
 * @param planes number of planes, 1 to 8
 * @param columns cells on a row, a multiple of 64
 */
public record BitPlanes(PixelShape pixels, PlaneCode code, int planes, int columns) {
  /** Longest row that is chosen when none is given. */
  private static final int LONGEST_ROW = 4096;

  /** Checks the number of planes and that the array can be indexed. */
  public BitPlanes {
    Require.inRange("planes", planes, 1, 8);
    new ArrayShape(1, columns);
    Require.inRange(
        "rows", (double) planes * rowsPerPlane(pixels, columns), 1, Integer.MAX_VALUE, "");
  }

  /** One image to a row of the shortest length, or rows of 4096 cells for longer images. */
  public static BitPlanes of(PixelShape pixels, PlaneCode code, int planes) {
    int columns = Math.min(LONGEST_ROW, Math.ceilDiv(pixels.pixelsPerImage(), 64) * 64);
    return new BitPlanes(pixels, code, planes, columns);
  }

  private static long rowsPerPlane(PixelShape pixels, int columns) {
    int size = pixels.pixelsPerImage();
    return size <= columns
        ? Math.ceilDiv(pixels.images(), columns / size)
        : (long) pixels.images() * Math.ceilDiv(size, columns);
  }

  /** Rows that one plane takes. */
  public int rowsPerPlane() {
    return (int) rowsPerPlane(pixels, columns);
  }

  /** Rows that all planes take. */
  public int rows() {
    return planes * rowsPerPlane();
  }

  /** First row of a plane. */
  public int firstRow(int plane) {
    return Require.inRange("plane", plane, 0, planes - 1) * rowsPerPlane();
  }

  /** An array for the planes with further rows behind them. */
  public ArrayShape arrayShape(int spareRows) {
    return new ArrayShape(Math.addExact(rows(), spareRows), columns);
  }

  /** First pixel, counted over all images, of a row within its plane. */
  int firstPixel(int rowInPlane) {
    int size = pixels.pixelsPerImage();
    if (size <= columns) {
      return rowInPlane * (columns / size) * size;
    }
    int perImage = Math.ceilDiv(size, columns);
    return rowInPlane / perImage * size + rowInPlane % perImage * columns;
  }

  /** Cells of a row within its plane that hold pixels; the rest is padding. */
  public int pixelsInRow(int rowInPlane) {
    int size = pixels.pixelsPerImage();
    int first = firstPixel(rowInPlane);
    if (size <= columns) {
      return Math.min(columns / size * size, pixels.pixels() - first);
    }
    return Math.min(columns, size - first % size);
  }

  /** Cells of all planes that hold no pixel. */
  public long paddingCells() {
    return (long) rows() * columns - (long) planes * pixels.pixels();
  }

  /**
   * Writes images into the rows of an array; padding becomes 0. Other rows are left alone.
   *
   * @param values 8-bit pixels [image, channel, height, width], taken as 0 to 255
   * @param array at least the rows of all planes, with as many columns
   */
  public void store(byte[] values, CellArray array) {
    requireFit(array);
    if (values.length != pixels.pixels()) {
      throw new IllegalArgumentException(
          "pixels must be " + pixels.pixels() + ", but was " + values.length);
    }
    int rows = rowsPerPlane();
    long[][] words = new long[planes][columns / 64];
    for (int row = 0; row < rows; row++) {
      int first = firstPixel(row);
      int count = pixelsInRow(row);
      for (int word = 0; word < columns / 64; word++) {
        gather(values, first + 64 * word, Math.clamp(count - 64L * word, 0, 64), words, word);
      }
      for (int plane = 0; plane < planes; plane++) {
        array.setRow(plane * rows + row, words[plane], 0);
      }
    }
  }

  private void gather(byte[] values, int first, int count, long[][] words, int word) {
    for (int plane = 0; plane < planes; plane++) {
      words[plane][word] = 0;
    }
    PixelCode digits = new PixelCode(code, planes);
    for (int i = 0; i < count; i++) {
      int coded = digits.word(values[first + i]);
      for (int plane = 0; plane < planes; plane++) {
        words[plane][word] |= (long) digits.digit(coded, plane) << i;
      }
    }
  }

  /** The images that bits of the planes show. */
  public byte[] images(PlaneBits bits) {
    byte[] values = new byte[pixels.pixels()];
    PixelCode digits = new PixelCode(code, planes);
    int rows = rowsPerPlane();
    for (int row = 0; row < rows; row++) {
      int first = firstPixel(row);
      int count = pixelsInRow(row);
      for (int i = 0; i < count; i++) {
        int coded = 0;
        for (int plane = 0; plane < planes; plane++) {
          coded = (coded << 1) | bits.bit(plane * rows + row, i);
        }
        values[first + i] = digits.pixel(coded);
      }
    }
    return values;
  }

  /** A word of the cells of a row that hold pixels. */
  long pixelMask(int rowInPlane, int word) {
    return PackedBits.lowest(Math.clamp(pixelsInRow(rowInPlane) - 64L * word, 0, 64));
  }

  void requireFit(CellArray array) {
    if (array.shape().columns() != columns || array.shape().rows() < rows()) {
      throw new IllegalArgumentException(
          "array must have "
              + columns
              + " columns and at least "
              + rows()
              + " rows, but was "
              + array.shape().rows()
              + " x "
              + array.shape().columns());
    }
  }
}
