package io.spindrift.experiment.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A figure on its own page, white, with its caption below: what a file for a paper holds. */
public final class CaptionedFigure {
  private static final int MARGIN = 12;
  private static final int LINE_HEIGHT = 17;

  private final Figure figure;
  private final List<String> lines;
  private final int height;

  /** The page of a figure. */
  public CaptionedFigure(Figure figure) {
    this.figure = figure;
    this.lines = lines(figure.caption(), figure.width() - 2 * MARGIN);
    this.height = figure.height() + (lines.isEmpty() ? 0 : lines.size() * LINE_HEIGHT + MARGIN);
  }

  /** The page as an SVG file whose text stays text. */
  public String svg() {
    SVGGraphics2D canvas = new SVGGraphics2D(figure.width(), height);
    canvas.setDefsKeyPrefix(figure.name() + "-");
    canvas.setGeomDoubleConverter(v -> String.format(Locale.ROOT, "%.2f", v));
    canvas.setFontFunction(family -> "DejaVu Sans,Verdana,sans-serif");
    draw(canvas);
    return canvas.getSVGElement(null, true, new ViewBox(0, 0, figure.width(), height), null, null);
  }

  /** The page as a PNG file, {@code scale} pixels per CSS pixel. */
  public byte[] png(double scale) {
    BufferedImage image =
        new BufferedImage(
            (int) (figure.width() * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.scale(scale, scale);
    draw(canvas);
    canvas.dispose();
    return Figure.encode(image);
  }

  private void draw(Graphics2D canvas) {
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, figure.width(), height);
    figure.chart().draw(canvas, new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
    canvas.setFont(Theme.TICK);
    canvas.setColor(Ink.TEXT.color());
    for (int i = 0; i < lines.size(); i++) {
      canvas.drawString(lines.get(i), MARGIN, figure.height() + (i + 1) * LINE_HEIGHT - 2);
    }
  }

  private static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    if (text.isBlank()) {
      return lines;
    }
    AttributedString styled = new AttributedString(text);
    styled.addAttribute(TextAttribute.FONT, Theme.TICK);
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(styled.getIterator(), new FontRenderContext(null, true, true));
    while (measurer.getPosition() < text.length()) {
      int start = measurer.getPosition();
      int end = measurer.nextOffset(width);
      measurer.setPosition(end);
      lines.add(text.substring(start, end).strip());
    }
    return lines;
  }
}
