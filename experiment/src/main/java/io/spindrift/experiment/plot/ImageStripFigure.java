package io.spindrift.experiment.plot;

import io.spindrift.diffusion.image.ImageShape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYDataImageAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** Images in labelled rows and columns, such as a process step by step. */
public final class ImageStripFigure {
  private static final double FILL = 0.94; // of a cell, the rest is the gap
  private static final double ROOM_ACROSS = 92; // for the labels of the rows
  private static final double ROOM_DOWN = 62; // for those of the columns

  private final String name;
  private final ImageShape shape;
  private final List<String> labels = new ArrayList<>();
  private final List<List<byte[]>> rows = new ArrayList<>();

  /** Begins a figure named {@code name} of images of one shape. */
  public ImageStripFigure(String name, ImageShape shape) {
    this.name = name;
    this.shape = shape;
  }

  /** Adds a row below those before it; each image is [channel, height, width], 0 to 255. */
  public ImageStripFigure row(String label, List<byte[]> images) {
    labels.add(label);
    rows.add(List.copyOf(images));
    return this;
  }

  /**
   * Draws the figure.
   *
   * @param axis what the columns stand for
   * @param columns label of each column
   * @param pixels width of an image on the page
   * @throws IllegalArgumentException when a row has not as many images as there are columns
   */
  public Figure draw(String caption, String axis, List<String> columns, int pixels) {
    XYPlot plot = new XYPlot();
    SymbolAxis across = Theme.style(new SymbolAxis(axis, columns.toArray(String[]::new)));
    across.setRange(-0.5, columns.size() - 0.5);
    across.setGridBandsVisible(false);
    SymbolAxis down = Theme.style(new SymbolAxis("", labels.toArray(String[]::new)));
    down.setRange(-0.5, labels.size() - 0.5);
    down.setInverted(true);
    down.setGridBandsVisible(false);
    plot.setDomainAxis(across);
    plot.setRangeAxis(down);
    plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).size() != columns.size()) {
        throw new IllegalArgumentException(
            "images of row '"
                + labels.get(row)
                + "' must be "
                + columns.size()
                + ", but was "
                + rows.get(row).size());
      }
      for (int column = 0; column < columns.size(); column++) {
        plot.addAnnotation(
            new XYDataImageAnnotation(
                picture(rows.get(row).get(column), pixels),
                column - FILL / 2,
                row - FILL / 2,
                FILL,
                FILL));
      }
    }
    double cell = pixels / FILL;
    return new Figure(
        name,
        caption,
        (int) Math.ceil(cell * columns.size() + ROOM_ACROSS),
        (int) Math.ceil(cell * shape.height() / shape.width() * rows.size() + ROOM_DOWN),
        Theme.chart(plot, false));
  }

  /** Drawn larger by whole pixels, so that no renderer smooths them. */
  private BufferedImage picture(byte[] image, int pixels) {
    int scale = Math.max(1, Math.ceilDiv(2 * pixels, shape.width()));
    int plane = shape.height() * shape.width();
    BufferedImage picture =
        new BufferedImage(
            shape.width() * scale, shape.height() * scale, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int at = y / scale * shape.width() + x / scale;
        int rgb = 0;
        for (int band = 0; band < 3; band++) {
          rgb = rgb << 8 | Byte.toUnsignedInt(image[at + band % shape.channels() * plane]);
        }
        picture.setRGB(x, y, rgb);
      }
    }
    return picture;
  }
}
