package io.spindrift.memory.cost;

import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.numerics.Require;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run cost, and how its random bits compare with published generators.
 *
 * <p>A delivered bit is what remains of {@code inputsPerBit} coin tosses. Cell only: energy of
 * reset and coin pulses per delivered bit, area of one cell, rate of one cell. With periphery: also
 * reads, row activations and XORs, and the area of a whole column. A cell makes a bit in
 * inputsPerBit times (reset + coin + read) seconds. Stages without coin pulses do not enter the
 * figures per bit, nor does counting bits into samples.
 *
 * @param priced every count with its joules
 * @param coinPulses coin tosses of the run
 * @param deliveredBits random bits delivered
 * @param cellOnly energy, area and rate of one cell; the energy is empty where no bit was made
 * @param withPeriphery the same for a column with its periphery
 * @param noiseJoules energy of noise: all actions of the memory in stages that toss coins
 * @param denoiserJoules energy of multiply-accumulates and off-chip bytes
 * @param noiseSeconds time that one array needs for the tosses, row after row
 * @param comparisons the run beside every technology, for each scope and reading
 * @param footprint the array and its area
 * @param stages energy and time of each stage
 * @param claims the claim under each reading
 */
public record CostReport(
    PricedLedger priced,
    long coinPulses,
    double deliveredBits,
    CostFigures cellOnly,
    CostFigures withPeriphery,
    double noiseJoules,
    double denoiserJoules,
    double noiseSeconds,
    List<Comparison> comparisons,
    ArrayFootprint footprint,
    List<StageCost> stages,
    List<ClaimSummary> claims) {
  private static final Set<Action> PULSES = EnumSet.of(Action.RESET_PULSE, Action.COIN_PULSE);
  private static final Set<Action> BIT_MAKING =
      EnumSet.of(
          Action.RESET_PULSE,
          Action.COIN_PULSE,
          Action.CELL_READ,
          Action.ROW_ACTIVATION,
          Action.XOR);
  private static final Set<Action> DENOISER =
      EnumSet.of(Action.MULTIPLY_ACCUMULATE, Action.OFF_CHIP_BYTE);

  /** Copies the collections. */
  public CostReport {
    comparisons = List.copyOf(comparisons);
    stages = List.copyOf(stages);
    claims = List.copyOf(claims);
  }

  /**
   * Prices a ledger and compares its bits.
   *
   * @param ledger counts of the run
   * @param inputsPerBit coin tosses folded into one delivered bit
   * @param footprint shape and area of the array
   * @param prices prices of every action that happened, and of reset, coin and read with durations
   * @param table technologies to compare with
   * @throws io.spindrift.numerics.UnusableInput when a price is missing
   */
  public static CostReport of(
      List<LedgerEntry> ledger,
      int inputsPerBit,
      ArrayFootprint footprint,
      ActionPrices prices,
      PriceTable table) {
    Require.atLeast("inputs per bit", inputsPerBit, 1);
    PricedLedger priced = PricedLedger.of(ledger, prices);
    Set<String> tossing =
        ledger.stream()
            .filter(entry -> entry.action() == Action.COIN_PULSE && entry.count() > 0)
            .map(LedgerEntry::stage)
            .collect(Collectors.toSet());
    long tosses =
        ledger.stream()
            .filter(entry -> entry.action() == Action.COIN_PULSE)
            .mapToLong(LedgerEntry::count)
            .sum();
    double bits = (double) tosses / inputsPerBit;
    double cycle =
        seconds(prices, Action.RESET_PULSE)
            + seconds(prices, Action.COIN_PULSE)
            + seconds(prices, Action.CELL_READ);
    OptionalDouble rate = OptionalDouble.of(1 / (inputsPerBit * cycle));
    CostFigures cellOnly =
        new CostFigures(
            perBit(priced, tossing, PULSES, bits),
            OptionalDouble.of(footprint.cellSquareMeters()),
            rate);
    CostFigures withPeriphery =
        new CostFigures(
            perBit(priced, tossing, BIT_MAKING, bits),
            OptionalDouble.of(footprint.columnSquareMeters()),
            rate);
    List<Comparison> comparisons = compare(cellOnly, withPeriphery, table);
    long atOnce = StageCost.lanes(Action.COIN_PULSE, footprint.geometry());
    return new CostReport(
        priced,
        tosses,
        bits,
        cellOnly,
        withPeriphery,
        priced.joules(
            entry -> tossing.contains(entry.stage()) && !DENOISER.contains(entry.action())),
        priced.joules(entry -> DENOISER.contains(entry.action())),
        tosses * cycle / atOnce,
        comparisons,
        footprint,
        StageCost.of(priced, footprint.geometry(), inputsPerBit),
        ClaimSummary.of(comparisons));
  }

  private static OptionalDouble perBit(
      PricedLedger priced, Set<String> stages, Set<Action> actions, double bits) {
    return bits == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            priced.joules(e -> stages.contains(e.stage()) && actions.contains(e.action())) / bits);
  }

  private static double seconds(ActionPrices prices, Action action) {
    return prices
        .of(action)
        .durationSeconds()
        .orElseThrow(
            () -> new IllegalArgumentException("price of " + action + " must have a duration"));
  }

  private static List<Comparison> compare(
      CostFigures cellOnly, CostFigures withPeriphery, PriceTable table) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Technology technology : table.technologies()) {
      for (Reading reading : Reading.values()) {
        comparisons.add(Comparison.of(technology, Scope.CELL_ONLY, reading, cellOnly));
        comparisons.add(Comparison.of(technology, Scope.WITH_PERIPHERY, reading, withPeriphery));
      }
    }
    return comparisons;
  }

  /** Joules of one stage divided over its images. */
  public double joulesPerImage(String stage, long images) {
    return priced.joules(entry -> entry.stage().equals(stage))
        / Require.atLeast("images", images, 1L);
  }
}
