package io.spindrift.experiment.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Named points over two logarithmic axes, with lines on which the product of both is constant. */
public final class ScatterFigure {
  private static final double ROOM = 6;
  private static final double LETTER = 0.0088; // width of a letter as a share of the figure's
  private static final double LINE = 0.048;
  private static final double DOT = 0.011;
  private static final int DECADES = 3;

  private record Point(String label, Ink ink, double x, double y) {}

  private final String name;
  private final Axis horizontal;
  private final Axis vertical;
  private final List<Point> points = new ArrayList<>();

  /** Begins a figure named {@code name} over two logarithmic axes. */
  public ScatterFigure(String name, Axis horizontal, Axis vertical) {
    this.name = name;
    this.horizontal = horizontal;
    this.vertical = vertical;
  }

  /** Adds a point; both values are greater than zero. */
  public ScatterFigure add(String label, Ink ink, double x, double y) {
    points.add(new Point(label, ink, x, y));
    return this;
  }

  /** Draws the figure. */
  public Figure draw(String caption, int width, int height) {
    double[] x = ends(Point::x, ROOM, 60 * ROOM);
    double[] y = ends(Point::y, ROOM, ROOM);
    XYPlot plot = new XYPlot();
    plot.setDomainAxis(Theme.style(horizontal.between(x[0], x[1]).build()));
    plot.setRangeAxis(Theme.style(vertical.between(y[0], y[1]).build()));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    for (int i = 0; i < points.size(); i++) {
      XYSeries series = new XYSeries(i);
      series.add(points.get(i).x(), points.get(i).y());
      plot.setDataset(i, new XYSeriesCollection(series));
      XYLineAndShapeRenderer dot = new XYLineAndShapeRenderer(false, true);
      dot.setSeriesPaint(0, points.get(i).ink().color());
      dot.setSeriesShape(0, new Ellipse2D.Double(-5, -5, 10, 10));
      plot.setRenderer(i, dot);
      if (i == 0) {
        constantProducts(dot, x, y);
      }
    }
    label(plot, x, y);
    return new Figure(name, caption, width, height, Theme.chart(plot, false));
  }

  private double[] ends(ToDoubleFunction<Point> value, double below, double above) {
    double low = points.stream().mapToDouble(value).min().orElse(1);
    double high = points.stream().mapToDouble(value).max().orElse(1);
    return new double[] {low / below, high * above};
  }

  private static void constantProducts(XYLineAndShapeRenderer below, double[] x, double[] y) {
    int first = (int) Math.ceil(Math.log10(x[0] * y[0]) / DECADES) * DECADES;
    for (int power = first; power < Math.log10(x[1] * y[1]); power += DECADES) {
      double product = Math.pow(10, power);
      double left = Math.max(x[0], product / y[1]);
      double right = Math.min(x[1], product / y[0]);
      below.addAnnotation(
          new XYLineAnnotation(
              left, product / left, right, product / right, Theme.THIN, Ink.GRID.color()),
          Layer.BACKGROUND);
    }
  }

  /** Labels beside their points, moved up or down until they do not lie on one another. */
  private void label(XYPlot plot, double[] x, double[] y) {
    List<Rectangle2D> taken = new ArrayList<>();
    for (Point p : points) {
      taken.add(
          new Rectangle2D.Double(
              share(p.x(), x) - DOT / 2, share(p.y(), y) - DOT, DOT, 2 * DOT + LINE / 2));
    }
    List<Point> downwards =
        points.stream().sorted(Comparator.comparingDouble(Point::y).reversed()).toList();
    for (Point p : downwards) {
      double across = share(p.x(), x) + DOT;
      double wide = LETTER * p.label().length();
      double up = share(p.y(), y);
      int step = 0;
      Rectangle2D box = new Rectangle2D.Double(across, up, wide, LINE);
      while (overlaps(box, taken)) {
        step++;
        double shift = LINE * ((step + 1) / 2) * (step % 2 == 0 ? 1 : -1);
        box = new Rectangle2D.Double(across, up + shift, wide, LINE);
      }
      taken.add(box);
      XYTextAnnotation text =
          new XYTextAnnotation(p.label(), value(box.getX(), x), value(box.getY(), y));
      text.setFont(Theme.TICK);
      text.setPaint(p.ink().color());
      text.setTextAnchor(TextAnchor.CENTER_LEFT);
      plot.addAnnotation(text);
    }
  }

  private static boolean overlaps(Rectangle2D box, List<Rectangle2D> taken) {
    return taken.stream()
        .anyMatch(
            t -> box.intersects(t.getX(), t.getY() + 1e-4, t.getWidth(), t.getHeight() - 2e-4));
  }

  private static double share(double value, double[] ends) {
    return Math.log(value / ends[0]) / Math.log(ends[1] / ends[0]);
  }

  private static double value(double share, double[] ends) {
    return ends[0] * Math.pow(ends[1] / ends[0], share);
  }
}
