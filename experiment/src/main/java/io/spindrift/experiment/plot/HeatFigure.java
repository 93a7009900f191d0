package io.spindrift.experiment.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.DefaultXYZDataset;

/** A quantity over two others as colours, with a labelled bar of the colours beside it. */
public final class HeatFigure {
  private static final int BAR_WIDTH = 14;
  private static final int BAR_TICKS = 5;
  private static final int TICKS = 8;

  private final String name;
  private final Axis horizontal;
  private final Axis vertical;
  private double[] x = {};
  private double[] y = {};
  private double[][] values = {};
  private String label = "";
  private ColorScale scale = new ColorScale(0, 1);
  private final DefaultXYDataset marks = new DefaultXYDataset();

  /** Begins a figure named {@code name} over the two axes. */
  public HeatFigure(String name, Axis horizontal, Axis vertical) {
    this.name = name;
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /**
   * Sets what is shown.
   *
   * @param columns abscissae, evenly spaced
   * @param rows ordinates, evenly spaced
   * @param shown values as [row][column]
   */
  public HeatFigure over(double[] columns, double[] rows, double[][] shown) {
    if (shown.length != rows.length || shown[0].length != columns.length) {
      throw new IllegalArgumentException(
          "values must be " + rows.length + " rows of " + columns.length + ", but were not");
    }
    x = columns.clone();
    y = rows.clone();
    values = shown.clone();
    return this;
  }

  /** Names the quantity and fixes the values of the darkest and the lightest colour. */
  public HeatFigure scale(String quantity, double low, double high) {
    label = quantity;
    scale = new ColorScale(low, high);
    return this;
  }

  /** Rings a point. */
  public HeatFigure mark(double atX, double atY) {
    marks.addSeries(marks.getSeriesCount(), new double[][] {{atX}, {atY}});
    return this;
  }

  /** Draws the figure. */
  public Figure draw(String caption, int width, int height) {
    XYPlot plot = new XYPlot();
    double[] wide = {x[0] - step(x) / 2, x[x.length - 1] + step(x) / 2};
    double[] high = {y[0] - step(y) / 2, y[y.length - 1] + step(y) / 2};
    plot.setDomainAxis(Theme.style(horizontal.between(wide[0], wide[1]).build()));
    ValueAxis upright = Theme.style(vertical.between(high[0], high[1]).build());
    if (upright instanceof NumberAxis numbers) {
      numbers.setTickUnit(new NumberTickUnit(roundStep((high[1] - high[0]) / TICKS)));
    }
    plot.setRangeAxis(upright);
    plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setDataset(0, blocks());
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setBlockWidth(step(x));
    renderer.setBlockHeight(step(y));
    renderer.setPaintScale(scale);
    plot.setRenderer(0, renderer);
    plot.setDataset(1, marks);
    plot.setRenderer(1, rings());
    JFreeChart chart = Theme.chart(plot, false);
    chart.addSubtitle(bar());
    return new Figure(name, caption, width, height, chart);
  }

  /** The next larger of 1, 2 and 5 times a power of ten. */
  private static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double share = least / power;
    return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
  }

  private static double step(double[] places) {
    return places.length < 2 ? 1 : (places[places.length - 1] - places[0]) / (places.length - 1);
  }

  private DefaultXYZDataset blocks() {
    double[][] columns = new double[3][x.length * y.length];
    for (int row = 0; row < y.length; row++) {
      for (int column = 0; column < x.length; column++) {
        int i = row * x.length + column;
        columns[0][i] = x[column];
        columns[1][i] = y[row];
        columns[2][i] = values[row][column];
      }
    }
    DefaultXYZDataset data = new DefaultXYZDataset();
    data.addSeries(label, columns);
    return data;
  }

  private static XYLineAndShapeRenderer rings() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setDefaultShape(new Ellipse2D.Double(-5, -5, 10, 10));
    renderer.setAutoPopulateSeriesShape(false);
    renderer.setAutoPopulateSeriesPaint(false);
    renderer.setAutoPopulateSeriesStroke(false);
    renderer.setDefaultShapesFilled(false);
    renderer.setDefaultPaint(Color.WHITE);
    renderer.setDefaultStroke(new BasicStroke(2f));
    renderer.setDrawOutlines(true);
    renderer.setUseOutlinePaint(false);
    return renderer;
  }

  private PaintScaleLegend bar() {
    ValueAxis axis = Theme.style(Axis.linear(label).between(scale.low(), scale.high()).build());
    if (axis instanceof NumberAxis numbers) {
      numbers.setTickUnit(new NumberTickUnit((scale.high() - scale.low()) / BAR_TICKS));
    }
    PaintScaleLegend bar = new PaintScaleLegend(scale, axis);
    bar.setPosition(RectangleEdge.RIGHT);
    bar.setStripWidth(BAR_WIDTH);
    bar.setSubdivisionCount(200);
    bar.setStripOutlineVisible(false);
    bar.setBackgroundPaint(new Color(0, 0, 0, 0));
    bar.setAxisOffset(4);
    bar.setMargin(new RectangleInsets(8, 4, 42, 8));
    return bar;
  }
}
