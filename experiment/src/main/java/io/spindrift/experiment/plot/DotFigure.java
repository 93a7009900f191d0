package io.spindrift.experiment.plot;

import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Named values on one axis, each a dot with its interval: a forest plot. */
public final class DotFigure {
  private record Row(String label, Ink ink, double value, double low, double high) {}

  private final String name;
  private final Axis axis;
  private final List<Row> rows = new ArrayList<>();

  /** Begins a figure named {@code name} over the axis. */
  public DotFigure(String name, Axis axis) {
    this.name = name;
    this.axis = axis;
  }

  /** Adds a row below the earlier ones. */
  public DotFigure add(String label, Ink ink, double value, double low, double high) {
    rows.add(new Row(label, ink, value, low, high));
    return this;
  }

  /** Adds a row without an interval. */
  public DotFigure add(String label, Ink ink, double value) {
    return add(label, ink, value, value, value);
  }

  /** Draws the figure; its height follows the number of rows. */
  public Figure draw(String caption, int width) {
    XYPlot plot = new XYPlot();
    ValueAxis values = Theme.style(axis.build());
    plot.setDomainAxis(values);
    plot.setRangeAxis(names());
    plot.setAxisOffset(new RectangleInsets(0, 12, 4, 0));
    plot.setDomainGridlinePaint(Ink.GRID.color());
    plot.setDomainGridlineStroke(Theme.THIN);
    plot.setRangeGridlinesVisible(false);
    for (int i = 0; i < rows.size(); i++) {
      plot.setDataset(i, data(i));
      plot.setRenderer(i, renderer(rows.get(i).ink()));
    }
    return new Figure(name, caption, width, 56 + 26 * rows.size(), Theme.chart(plot, false));
  }

  private SymbolAxis names() {
    String[] labels = rows.reversed().stream().map(Row::label).toArray(String[]::new);
    SymbolAxis axisOfNames = Theme.style(new SymbolAxis(null, labels));
    axisOfNames.setGridBandsVisible(false);
    axisOfNames.setTickMarksVisible(false);
    axisOfNames.setAxisLineVisible(false);
    axisOfNames.setRange(-0.6, labels.length - 0.4);
    return axisOfNames;
  }

  private XYIntervalSeriesCollection data(int index) {
    Row row = rows.get(index);
    double y = rows.size() - 1 - index;
    XYIntervalSeries series = new XYIntervalSeries(row.label());
    series.add(row.value(), row.low(), row.high(), y, y, y);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static XYErrorRenderer renderer(Ink ink) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(7);
    renderer.setErrorStroke(Theme.LINE);
    renderer.setSeriesPaint(0, ink.color());
    renderer.setSeriesShape(0, new Ellipse2D.Double(-5, -5, 10, 10));
    return renderer;
  }
}
