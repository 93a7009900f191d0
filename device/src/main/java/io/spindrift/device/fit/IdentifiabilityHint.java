package io.spindrift.device.fit;

import io.spindrift.device.table.CountTable;
import io.spindrift.device.table.FieldResistanceTable;
import io.spindrift.device.table.ResistanceReadings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a table lacks when it leaves parameters open.
 *
 * @param remedy what to measure, in words
 */
record IdentifiabilityHint(String remedy) {
  static IdentifiabilityHint of(CountTable table) {
    long voltages = table.rows().stream().mapToDouble(r -> r.voltageVolts()).distinct().count();
    return new IdentifiabilityHint(
        voltages < 2
            ? "the table holds one voltage: measure at two or more"
            : "measure at other voltages or pulse widths");
  }

  static IdentifiabilityHint of(ResistanceReadings readings) {
    if (readings instanceof FieldResistanceTable table && !table.tilts()) {
      return new IdentifiabilityHint(
          "no row has a field across the easy axis: measure along x or y, toward saturation");
    }
    if (readings.biases() < 2) {
      return new IdentifiabilityHint("the table holds one bias: measure at two or more");
    }
    return new IdentifiabilityHint(
        readings instanceof FieldResistanceTable
            ? "measure in both states, up to a higher field along x or y or up to a higher bias"
            : "measure up to a higher bias");
  }

  /** The refusal, in words, of what a precision leaves open. */
  FitOutcome refusal(Precision precision, List<FreeParameter> inner, Goodness goodness) {
    List<Integer> parts = precision.unknown();
    List<String> paths = parts.stream().map(j -> inner.get(j).path()).toList();
    String doubt =
        goodness.doubtful()
            ? "; the best fit found is a poor one, so a start nearer to the measured device may"
                + " help too"
            : "";
    if (parts.size() == 1) {
      return new FitOutcome.NotIdentified(
          paths,
          "these data do not fix %s: a change as large as its value goes unnoticed; %s, or fix it%s"
              .formatted(paths.getFirst(), remedy, doubt));
    }
    List<String> changes = new ArrayList<>();
    double largest =
        parts.stream().mapToDouble(j -> Math.abs(precision.unknownPart(j))).max().orElse(1);
    double sign = Math.signum(precision.unknownPart(parts.getFirst()));
    for (int j : parts) {
      double percent = 10 * sign * precision.unknownPart(j) / largest;
      changes.add(String.format(Locale.ROOT, "%s by %+.2g %%", inner.get(j).path(), percent));
    }
    return new FitOutcome.NotIdentified(
        paths,
        "%s cannot be told apart by these data: changing %s leaves every prediction alike; %s, or fix %s%s"
            .formatted(
                String.join(" and ", paths),
                String.join(" together with ", changes),
                remedy,
                paths.size() == 2 ? "one of them" : "some of them",
                doubt));
  }
}
