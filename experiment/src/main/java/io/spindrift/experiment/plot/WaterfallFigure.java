package io.spindrift.experiment.plot;

import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Parts that add up to a total: each bar begins where the one above it ends. */
public final class WaterfallFigure {
  private static final double ROOM = 1.14; // for the word behind the longest bar

  private static final String PREFIXES = "qryzafpnµm kMGTPEZYRQ";

  private record Part(String label, Ink ink, double value) {}

  private final String name;
  private final String axisLabel;
  private final String unit;
  private final List<Part> parts = new ArrayList<>();

  /** Begins a figure named {@code name} whose axis carries this label and unit. */
  public WaterfallFigure(String name, String axisLabel, String unit) {
    this.name = name;
    this.axisLabel = axisLabel;
    this.unit = unit;
  }

  /** Adds a part to the sum so far. */
  public WaterfallFigure add(String label, Ink ink, double value) {
    parts.add(new Part(label, ink, Require.notNegative(label, value, unit)));
    return this;
  }

  /** Draws the figure with the total as its last bar; its height follows the number of parts. */
  public Figure draw(String total, String caption, int width) {
    double sum = parts.stream().mapToDouble(Part::value).sum();
    List<String> labels = new ArrayList<>(parts.stream().map(Part::label).toList());
    labels.add(total);
    int thousands = sum > 0 ? (int) Math.floor(Math.log10(sum) / 3) : 0;
    thousands =
        Math.clamp(
            thousands, -PREFIXES.indexOf(' '), PREFIXES.length() - 1 - PREFIXES.indexOf(' '));
    double scale = Math.pow(1000, thousands);
    String prefix = PREFIXES.substring(PREFIXES.indexOf(' ') + thousands).substring(0, 1).strip();
    Axis axis =
        Axis.linear(axisLabel + " (" + prefix + unit + ")")
            .between(0, sum > 0 ? sum / scale * ROOM : 1);
    RowPlot rows = new RowPlot(axis, labels);
    double from = 0;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      rows.bar(i, from / scale, (from + part.value()) / scale, part.ink());
      from += part.value();
      rows.note(i, from / scale, share(part.value(), sum));
    }
    rows.bar(parts.size(), 0, sum / scale, Ink.TEXT);
    return rows.draw(name, caption, width);
  }

  private static String share(double part, double sum) {
    return sum > 0 ? String.format(Locale.ROOT, "%.3g %%", 100 * part / sum) : "";
  }
}
