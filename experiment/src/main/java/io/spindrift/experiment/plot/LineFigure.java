package io.spindrift.experiment.plot;

import io.spindrift.experiment.plot.Curve.Style;
import java.awt.BasicStroke;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/** Curves over a common pair of axes. */
public final class LineFigure {
  private final String name;
  private final Axis horizontal;
  private final Axis vertical;
  private final List<Curve> curves = new ArrayList<>();
  private final List<ValueMarker> horizontalMarkers = new ArrayList<>();
  private final List<Marker> verticalMarkers = new ArrayList<>();

  /** Begins a figure named {@code name} over the two axes. */
  public LineFigure(String name, Axis horizontal, Axis vertical) {
    this.name = name;
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** Adds a curve; later curves lie below earlier ones. */
  public LineFigure add(Curve curve) {
    curves.add(curve);
    return this;
  }

  /** Adds a level line with a label at its right end. */
  public LineFigure markY(double y, String label, Ink ink) {
    horizontalMarkers.add(
        marker(y, label, ink, RectangleAnchor.TOP_RIGHT, TextAnchor.BOTTOM_RIGHT));
    return this;
  }

  /** Adds an upright line at an abscissa with a label at its top. */
  public LineFigure markX(double x, String label, Ink ink) {
    verticalMarkers.add(marker(x, label, ink, RectangleAnchor.TOP_RIGHT, TextAnchor.TOP_LEFT));
    return this;
  }

  /** Tints the abscissae from one value to another. */
  public LineFigure bandX(double low, double high, Ink ink) {
    IntervalMarker band = new IntervalMarker(low, high, ink.color());
    band.setAlpha(0.12f);
    verticalMarkers.add(band);
    return this;
  }

  /** Draws the figure. */
  public Figure draw(String caption, int width, int height) {
    XYPlot plot = plot();
    plot.setDomainAxis(Theme.style(horizontal.build()));
    boolean legend = curves.stream().anyMatch(curve -> !curve.label().isEmpty());
    return new Figure(name, caption, width, height, Theme.chart(plot, legend));
  }

  /** Everything but the horizontal axis, for a panel of a stack. */
  XYPlot plot() {
    XYPlot plot = new XYPlot();
    plot.setRangeAxis(Theme.style(vertical.build()));
    plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(Ink.GRID.color());
    plot.setRangeGridlineStroke(Theme.THIN);
    horizontalMarkers.forEach(plot::addRangeMarker);
    verticalMarkers.forEach(marker -> plot.addDomainMarker(marker, Layer.BACKGROUND));
    for (int i = 0; i < curves.size(); i++) {
      Curve curve = curves.get(i);
      plot.setDataset(i, data(curve));
      plot.setRenderer(i, renderer(curve));
    }
    return plot;
  }

  private static IntervalXYDataset data(Curve curve) {
    if (curve.style() == Style.BARS || curve.style() == Style.STEMS) {
      return wide(curve);
    }
    YIntervalSeries series = new YIntervalSeries(curve.label(), false, true);
    double[] low = curve.low() == null ? curve.y() : curve.low();
    double[] high = curve.high() == null ? curve.y() : curve.high();
    for (int i = 0; i < curve.x().length; i++) {
      if (Double.isFinite(curve.y()[i])) {
        series.add(curve.x()[i], curve.y()[i], low[i], high[i]);
      }
    }
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static IntervalXYDataset wide(Curve curve) {
    double[] x = curve.x();
    double half = x.length < 2 ? 0.5 : (x[x.length - 1] - x[0]) / (x.length - 1) / 2;
    XYIntervalSeries series = new XYIntervalSeries(curve.label(), false, true);
    for (int i = 0; i < x.length; i++) {
      double y = curve.y()[i];
      series.add(x[i], x[i] - half, x[i] + half, y, y, y);
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static AbstractXYItemRenderer renderer(Curve curve) {
    AbstractXYItemRenderer renderer =
        switch (curve.style()) {
          case LINE, DASHED, POINTS -> lines(curve.style());
          case DOTS -> dots(curve.ink());
          case BARS, STEMS -> bars(curve);
        };
    renderer.setSeriesPaint(0, curve.ink().color());
    renderer.setSeriesFillPaint(0, curve.ink().color());
    renderer.setSeriesStroke(0, curve.style() == Style.DASHED ? Theme.DASHED : Theme.LINE);
    renderer.setSeriesVisibleInLegend(0, !curve.label().isEmpty());
    renderer.setLegendTextPaint(0, Ink.TEXT.color());
    return renderer;
  }

  private static AbstractXYItemRenderer lines(Style style) {
    DeviationRenderer renderer = new DeviationRenderer(true, style == Style.POINTS);
    renderer.setAlpha(0.18f);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-2.4, -2.4, 4.8, 4.8));
    renderer.setLegendLine(new Line2D.Double(-9, 0, 9, 0));
    return renderer;
  }

  private static AbstractXYItemRenderer dots(Ink ink) {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawXError(false);
    renderer.setErrorPaint(ink.color());
    renderer.setErrorStroke(Theme.THIN);
    renderer.setCapLength(3);
    renderer.setDefaultShapesVisible(true);
    renderer.setDefaultLinesVisible(false);
    renderer.setSeriesShape(0, new Ellipse2D.Double(-2.8, -2.8, 5.6, 5.6));
    return renderer;
  }

  private static AbstractXYItemRenderer bars(Curve curve) {
    XYBarRenderer renderer = new XYBarRenderer(curve.style() == Style.BARS ? 0.06 : 0.7);
    renderer.setShadowVisible(false);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setDrawBarOutline(false);
    return renderer;
  }

  private static ValueMarker marker(
      double at, String label, Ink ink, RectangleAnchor anchor, TextAnchor text) {
    Stroke dash =
        new BasicStroke(
            1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {4f, 3f}, 0f);
    ValueMarker marker = new ValueMarker(at, ink.color(), dash);
    marker.setAlpha(1f);
    marker.setLabel(label);
    marker.setLabelFont(Theme.TICK);
    marker.setLabelPaint(ink.color());
    marker.setLabelBackgroundColor(new java.awt.Color(0, 0, 0, 0));
    marker.setLabelAnchor(anchor);
    marker.setLabelTextAnchor(text);
    marker.setLabelOffset(new RectangleInsets(3, 5, 3, 5));
    return marker;
  }
}
