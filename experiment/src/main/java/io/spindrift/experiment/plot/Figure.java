package io.spindrift.experiment.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;

/**
 * One drawn figure, ready as SVG for a page and as PNG for a slide.
 *
 * @param name file name without ending
 * @param caption one or two sentences below the figure
 * @param width width in CSS pixels
 * @param height height in CSS pixels
 * @param chart what is drawn
 */
public record Figure(String name, String caption, int width, int height, JFreeChart chart) {
  /** The figure as an SVG element whose colours follow the page. */
  public String svg() {
    SVGGraphics2D canvas = new SVGGraphics2D(width, height);
    canvas.setDefsKeyPrefix(name + "-");
    canvas.setGeomDoubleConverter(v -> String.format(Locale.ROOT, "%.2f", v));
    canvas.setFontFunction(family -> "DejaVu Sans,Verdana,var(--sans)");
    chart.draw(canvas, new Rectangle2D.Double(0, 0, width, height));
    String svg =
        canvas.getSVGElement(
            null, true, new org.jfree.svg.ViewBox(0, 0, width, height), null, null);
    for (Ink ink : Ink.values()) {
      Color c = ink.color();
      svg =
          svg.replace(
              "rgb(" + c.getRed() + "," + c.getGreen() + "," + c.getBlue() + ")", ink.variable());
    }
    return svg;
  }

  /** The figure as a PNG file on white, {@code scale} pixels per CSS pixel. */
  public byte[] png(double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) (width * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.scale(scale, scale);
    chart.draw(canvas, new Rectangle2D.Double(0, 0, width, height));
    canvas.dispose();
    return encode(image);
  }

  static byte[] encode(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
