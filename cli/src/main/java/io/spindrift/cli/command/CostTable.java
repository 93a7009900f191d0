package io.spindrift.cli.command;

import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.PriceReading;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.experiment.run.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prices and generators of a cost report as tables of numbers; unknown is NaN. */
final class CostTable {
  static Table prices(CostComparison cost) {
    List<PriceReading> all = cost.prices();
    return Table.named("prices")
        .words("action", words(all, PriceReading::action))
        .reals("joules", reals(all, PriceReading::joules))
        .reals("low_joules", reals(all, PriceReading::lowJoules))
        .reals("high_joules", reals(all, PriceReading::highJoules))
        .reals("seconds", reals(all, PriceReading::seconds))
        .words("kind", words(all, PriceReading::kind))
        .words("source", words(all, PriceReading::source));
  }

  static Table generators(CostComparison cost) {
    List<TechnologyReading> all = new ArrayList<>(cost.generators());
    all.addAll(cost.technologies());
    return Table.named("generators")
        .words("id", words(all, TechnologyReading::id))
        .words("kind", words(all, TechnologyReading::kind))
        .reals("joules_per_bit", reals(all, TechnologyReading::joulesPerBit))
        .reals("square_meters", reals(all, TechnologyReading::squareMetersPerGenerator))
        .reals("bits_per_second", reals(all, TechnologyReading::bitsPerSecond))
        .words("source", words(all, TechnologyReading::source));
  }

  private static <T> String[] words(List<T> rows, Function<T, String> cell) {
    return rows.stream().map(cell).toArray(String[]::new);
  }

  private static <T> double[] reals(List<T> rows, Function<T, @Nullable Double> cell) {
    return rows.stream()
        .mapToDouble(row -> {
          Double value = cell.apply(row);
          return value == null ? Double.NaN : value;
        })
        .toArray();
  }

  private CostTable() {}
}
