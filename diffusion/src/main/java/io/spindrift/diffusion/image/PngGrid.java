package io.spindrift.diffusion.image;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.file.AtomicFile;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Pictures side by side in one PNG, row by row, with a thin margin between them.
 *
 * @param columns pictures in a row
 * @param scale side of the square of pixels that shows one pixel
 */
public record PngGrid(int columns, int scale) {
  private static final int MARGIN = 2;
  private static final int MARGIN_LEVEL = 96;

  /** Checks the ranges. */
  public PngGrid {
    Require.inRange("columns", columns, 1, 1000);
    Require.inRange("scale", scale, 1, 64);
  }

  /**
   * Writes {@code count} images of a set, beginning with {@code from}.
   *
   * @throws io.spindrift.numerics.UnusableInput when the file cannot be written
   */
  public void write(Path file, ImageSet images, int from, int count) {
    int size = images.shape().size();
    byte[] pixels = new byte[Math.multiplyExact(size, count)];
    for (int i = 0; i < count; i++) {
      images.read(from + i, pixels, i * size);
    }
    write(file, images.shape(), pixels);
  }

  /** Writes images given as [image, channel, height, width], 0 to 255. */
  public void write(Path file, ImageShape shape, byte[] pixels) {
    int count = pixels.length / shape.size();
    int across = Math.min(columns, Math.max(count, 1));
    int rows = Math.max(1, Math.ceilDiv(count, columns));
    int cellWidth = shape.width() * scale + MARGIN;
    int cellHeight = shape.height() * scale + MARGIN;
    BufferedImage picture =
        new BufferedImage(
            Math.addExact(Math.multiplyExact(across, cellWidth), MARGIN),
            Math.addExact(Math.multiplyExact(rows, cellHeight), MARGIN),
            PngPicture.type(shape));
    WritableRaster raster = picture.getRaster();
    int bands = raster.getNumBands();
    int[] margin = new int[raster.getWidth() * bands];
    Arrays.fill(margin, MARGIN_LEVEL);
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.setPixels(0, y, raster.getWidth(), 1, margin);
    }
    for (int i = 0; i < count; i++) {
      int left = MARGIN + i % columns * cellWidth;
      int top = MARGIN + i / columns * cellHeight;
      PngPicture.paint(raster, shape, pixels, i * shape.size(), left, top, scale);
    }
    AtomicFile.writeBytes(file, PngPicture.encode(picture));
  }
}
