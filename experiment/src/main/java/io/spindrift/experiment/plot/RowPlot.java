package io.spindrift.experiment.plot;

import java.awt.Color;
import java.awt.Stroke;
import java.util.List;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Named rows over one axis of values, each with bars. */
final class RowPlot {
  private static final double HALF_BAR = 0.32;
  private static final int ROW_HEIGHT = 26;

  private final XYPlot plot = new XYPlot();
  private final int rows;

  RowPlot(Axis values, List<String> labels) {
    this.rows = labels.size();
    plot.setDomainAxis(Theme.style(values.build()));
    SymbolAxis names = Theme.style(new SymbolAxis(null, labels.reversed().toArray(String[]::new)));
    names.setGridBandsVisible(false);
    names.setTickMarksVisible(false);
    names.setAxisLineVisible(false);
    names.setRange(-0.6, rows - 0.4);
    plot.setRangeAxis(names);
    plot.setAxisOffset(new RectangleInsets(0, 8, 4, 0));
    plot.setDomainGridlinePaint(Ink.GRID.color());
    plot.setDomainGridlineStroke(Theme.THIN);
    plot.setRangeGridlinesVisible(false);
  }

  /** A bar from one value to another in a row counted from the top. */
  void bar(int row, double from, double to, Ink ink) {
    Color color = ink.color();
    plot.addAnnotation(
        new XYBoxAnnotation(
            Math.min(from, to),
            at(row) - HALF_BAR,
            Math.max(from, to),
            at(row) + HALF_BAR,
            null,
            null,
            color));
  }

  /** A word to the right of a value. */
  void note(int row, double value, String text) {
    XYTextAnnotation note = new XYTextAnnotation(" " + text, value, at(row));
    note.setFont(Theme.TICK);
    note.setPaint(Ink.TEXT.color());
    note.setTextAnchor(TextAnchor.CENTER_LEFT);
    plot.addAnnotation(note);
  }

  /** A line across all rows. */
  void line(double value, Ink ink, Stroke stroke) {
    plot.addAnnotation(new XYLineAnnotation(value, -0.6, value, rows - 0.4, stroke, ink.color()));
  }

  private double at(int row) {
    return rows - 1.0 - row;
  }

  Figure draw(String name, String caption, int width) {
    return new Figure(name, caption, width, 64 + ROW_HEIGHT * rows, Theme.chart(plot, false));
  }
}
