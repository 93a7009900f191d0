package io.spindrift.experiment.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What each parameter does to one value, on a logarithmic axis: bars about a middle line. */
public final class TornadoFigure {
  private static final double ROOM = 2; // beyond the longest bars
  private static final double PLAIN = 200; // an axis this short is labelled at powers of two

  private record Row(String label, double atLow, double atHigh, boolean moves) {}

  private final String name;
  private final String axisLabel;
  private final double middle;
  private final List<Row> rows = new ArrayList<>();
  private final List<Double> levels = new ArrayList<>();

  /** Begins a figure named {@code name} about a middle value greater than zero. */
  public TornadoFigure(String name, String axisLabel, double middle) {
    this.name = name;
    this.axisLabel = axisLabel;
    this.middle = middle;
  }

  /**
   * Adds a row below the earlier ones.
   *
   * @param label the parameter
   * @param atLow value with the parameter at its low end
   * @param atHigh value with it at its high end
   * @param moves whether either end changes the verdict
   */
  public TornadoFigure add(String label, double atLow, double atHigh, boolean moves) {
    rows.add(new Row(label, atLow, atHigh, moves));
    return this;
  }

  /** Adds a dashed line across all rows where it lies among the values. */
  public TornadoFigure level(double value) {
    levels.add(value);
    return this;
  }

  /** Draws the figure; its height follows the number of rows. */
  public Figure draw(String caption, int width) {
    double low = all().min().orElse(middle) / ROOM;
    double high = all().max().orElse(middle) * ROOM;
    RowPlot plot =
        new RowPlot(
            (high / low < PLAIN ? Axis.logarithmic(axisLabel, "") : Axis.powersOfTen(axisLabel))
                .between(low, high),
            rows.stream().map(Row::label).toList());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      plot.bar(i, middle, row.atLow(), Ink.HARDWARE);
      plot.bar(i, middle, row.atHigh(), Ink.SOFTWARE);
      if (row.moves()) {
        plot.note(i, Math.max(middle, Math.max(row.atLow(), row.atHigh())), "moves the verdict");
      }
    }
    plot.line(middle, Ink.TEXT, Theme.THIN);
    levels.stream()
        .filter(level -> level > low && level < high)
        .forEach(level -> plot.line(level, Ink.ACCENT, Theme.DASHED));
    return plot.draw(name, caption, width);
  }

  private DoubleStream all() {
    return DoubleStream.concat(
        DoubleStream.of(middle),
        rows.stream().flatMapToDouble(r -> DoubleStream.of(r.atLow(), r.atHigh())));
  }
}
