package io.spindrift.memory.cost;

import io.spindrift.memory.ledger.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Energy and time of one stage of a run.
 *
 * <p>Time: the actions follow one another, and each takes ceil(count / lanes) times its duration.
 * Lanes: the cells of one row of every sub-array for pulses and reads, its converters for
 * conversions. Actions without a duration take none here: word lines rise and gates settle within
 * the action that needs them, and the digital denoiser's time is not modelled.
 *
 * @param stage its name
 * @param joules energy of all its actions
 * @param seconds time of those that have a duration
 * @param bits coin tosses divided by the tosses of one bit, 0 without tosses
 */
public record StageCost(String stage, double joules, double seconds, double bits) {
  /** Every stage of a priced ledger, in the order of the ledger. */
  static List<StageCost> of(PricedLedger ledger, ArrayGeometry geometry, int inputsPerBit) {
    Map<String, List<PricedEntry>> stages = new LinkedHashMap<>();
    ledger.entries().forEach(e -> stages.computeIfAbsent(e.stage(), s -> new ArrayList<>()).add(e));
    List<StageCost> costs = new ArrayList<>();
    stages.forEach((stage, entries) ->
        costs.add(
            new StageCost(
                stage,
                entries.stream().mapToDouble(PricedEntry::joules).sum(),
                entries.stream().mapToDouble(e -> seconds(e, geometry)).sum(),
                entries.stream()
                        .filter(e -> e.action() == Action.COIN_PULSE)
                        .mapToLong(PricedEntry::count)
                        .sum()
                    / (double) inputsPerBit)));
    return costs;
  }

  private static double seconds(PricedEntry entry, ArrayGeometry geometry) {
    double duration = entry.price().durationSeconds().orElse(0);
    return duration == 0
        ? 0
        : Math.ceilDiv(entry.count(), lanes(entry.action(), geometry)) * duration;
  }

  /** How many of one action happen at the same time. */
  static long lanes(Action action, ArrayGeometry geometry) {
    long perArray =
        switch (action) {
          case RESET_PULSE,
              COIN_PULSE,
              TOGGLE_PULSE,
              WRITE_PULSE,
              CELL_READ,
              XOR,
              BIT_COUNT,
              FULL_ADD ->
              geometry.columns();
          case CELL_CURRENT -> (long) geometry.rows() * geometry.columns();
          case CONVERSION_STEP -> Math.max(1, geometry.converters());
          case ROW_ACTIVATION, LINE_DRIVE, MULTIPLY_ACCUMULATE, OFF_CHIP_BYTE -> 1;
        };
    return perArray * geometry.subArrays();
  }
}
