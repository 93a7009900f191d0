package io.spindrift.experiment.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Small images side by side, enlarged without smoothing, as one PNG. */
public final class PixelGrid {
  private static final int GAP = 2;

  /**
   * Draws the first {@code rows * columns} images.
   *
   * @param pixels images one after another, each [channel, height, width], 0 to 255
   * @param channels 1 for grey, 3 for red-green-blue
   * @param height rows of pixels of one image
   * @param width columns of pixels of one image
   * @param columns images per row
   * @param scale screen pixels per image pixel
   */
  public static byte[] png(
      byte[] pixels, int channels, int height, int width, int columns, int scale) {
    int size = channels * height * width;
    int count = pixels.length / size;
    int rows = (count + columns - 1) / columns;
    BufferedImage sheet =
        new BufferedImage(
            columns * (width * scale + GAP) + GAP,
            rows * (height * scale + GAP) + GAP,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = sheet.createGraphics();
    canvas.setColor(new Color(0x8A94A3));
    canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < count; i++) {
      BufferedImage tile = tile(pixels, i * size, channels, height, width);
      int x = GAP + (i % columns) * (width * scale + GAP);
      int y = GAP + (i / columns) * (height * scale + GAP);
      canvas.drawImage(tile, x, y, width * scale, height * scale, null);
    }
    canvas.dispose();
    return Figure.encode(sheet);
  }

  private static BufferedImage tile(
      byte[] pixels, int offset, int channels, int height, int width) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int plane = height * width;
    for (int i = 0; i < plane; i++) {
      int red = pixels[offset + i] & 0xFF;
      int green = channels < 3 ? red : pixels[offset + plane + i] & 0xFF;
      int blue = channels < 3 ? red : pixels[offset + 2 * plane + i] & 0xFF;
      image.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
    }
    return image;
  }

  private PixelGrid() {}
}
