package io.spindrift.experiment.plot;

import io.spindrift.numerics.Require;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/**
 * Differences of single trainings and their mean, each with its interval, over the band of a margin
 * about zero: a forest plot.
 */
public final class ForestFigure {
  private static final int ROW_HEIGHT = 30;
  private static final double ROOM = 0.08; // of the width, beyond the outermost end

  private record Row(String label, double value, double low, double high, boolean pooled) {}

  private final String name;
  private final String axisLabel;
  private final double margin;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Begins a figure.
   *
   * @param name file name without ending
   * @param axisLabel what the difference is of, with its unit
   * @param margin half width of the band, greater than zero
   */
  public ForestFigure(String name, String axisLabel, double margin) {
    this.name = name;
    this.axisLabel = axisLabel;
    this.margin = Require.positive("margin", margin, "");
  }

  /** Adds one training below the earlier ones. */
  public ForestFigure add(String label, double value, double low, double high) {
    rows.add(new Row(label, value, low, high, false));
    return this;
  }

  /** Adds a mean, drawn as a diamond. */
  public ForestFigure pooled(String label, double value, double low, double high) {
    rows.add(new Row(label, value, low, high, true));
    return this;
  }

  /** Draws the figure; its height follows the number of rows. */
  public Figure draw(String caption, int width) {
    XYPlot plot = new XYPlot();
    double reach = 1 + ROOM;
    double low = reach * ends().min().orElse(-margin);
    double high = reach * ends().max().orElse(margin);
    plot.setDomainAxis(Theme.style(Axis.linear(axisLabel).between(low, high).build()));
    plot.setRangeAxis(names());
    plot.setAxisOffset(new RectangleInsets(0, 12, 4, 0));
    plot.setDomainGridlinePaint(Ink.GRID.color());
    plot.setDomainGridlineStroke(Theme.THIN);
    plot.setRangeGridlinesVisible(false);
    plot.addDomainMarker(band(), Layer.BACKGROUND);
    plot.addDomainMarker(zero(), Layer.BACKGROUND);
    plot.addAnnotation(words());
    separate(plot, low, high);
    for (int i = 0; i < rows.size(); i++) {
      plot.setDataset(i, data(i));
      plot.setRenderer(i, renderer(rows.get(i)));
    }
    int height = 78 + ROW_HEIGHT * rows.size();
    return new Figure(name, caption, width, height, Theme.chart(plot, false));
  }

  private DoubleStream ends() {
    return DoubleStream.concat(
        DoubleStream.of(-margin, margin),
        rows.stream().flatMapToDouble(r -> DoubleStream.of(r.low(), r.high())));
  }

  private IntervalMarker band() {
    IntervalMarker band = new IntervalMarker(-margin, margin, Ink.SECOND.color());
    band.setAlpha(0.14f);
    return band;
  }

  private XYTextAnnotation words() {
    XYTextAnnotation words = new XYTextAnnotation(" within the margin", -margin, rows.size() - 0.3);
    words.setFont(Theme.TICK);
    words.setPaint(Ink.SECOND.color());
    words.setTextAnchor(TextAnchor.CENTER_LEFT);
    return words;
  }

  private static ValueMarker zero() {
    ValueMarker zero = new ValueMarker(0, Ink.REFERENCE.color(), new BasicStroke(1.2f));
    zero.setAlpha(1f);
    return zero;
  }

  /** A thin line between the trainings and their mean. */
  private void separate(XYPlot plot, double low, double high) {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).pooled() && !rows.get(i - 1).pooled()) {
        double y = at(i) + 0.5;
        plot.addAnnotation(
            new XYLineAnnotation(low, y, high, y, Theme.THIN, Ink.REFERENCE.color()));
      }
    }
  }

  private SymbolAxis names() {
    String[] labels = rows.reversed().stream().map(Row::label).toArray(String[]::new);
    SymbolAxis names = Theme.style(new SymbolAxis(null, labels));
    names.setGridBandsVisible(false);
    names.setTickMarksVisible(false);
    names.setAxisLineVisible(false);
    names.setRange(-0.6, rows.size() + 0.1);
    return names;
  }

  private double at(int index) {
    return rows.size() - 1.0 - index;
  }

  private XYIntervalSeriesCollection data(int index) {
    Row row = rows.get(index);
    double y = at(index);
    XYIntervalSeries series = new XYIntervalSeries(row.label());
    series.add(row.value(), row.low(), row.high(), y, y, y);
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static XYErrorRenderer renderer(Row row) {
    Ink ink = row.pooled() ? Ink.ACCENT : Ink.HARDWARE;
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(7);
    renderer.setErrorStroke(Theme.LINE);
    renderer.setSeriesPaint(0, ink.color());
    renderer.setSeriesShape(0, row.pooled() ? diamond() : new Ellipse2D.Double(-5, -5, 10, 10));
    return renderer;
  }

  private static Shape diamond() {
    Path2D path = new Path2D.Double();
    path.moveTo(-9, 0);
    path.lineTo(0, -7);
    path.lineTo(9, 0);
    path.lineTo(0, 7);
    path.closePath();
    return path;
  }
}
