package io.spindrift.memory.cost;

import java.util.OptionalDouble;
import java.util.function.Function;

/** A way to read "better energy-per-bit-per-area". */
public enum Reading {
  /** Energy per bit; smaller is better. */
  ENERGY("energy", "energy per bit", "J/bit", true, CostFigures::energyPerBitJoules),
  /** Energy per bit times area; smaller is better. */
  ENERGY_TIMES_AREA("energy-area", "energy x area", "J m2/bit", true, CostFigures::energyTimesArea),
  /** Energy per bit divided by area, taken literally; smaller is better. */
  ENERGY_PER_AREA(
      "energy-per-area", "energy per bit per area", "J/bit/m2", true, CostFigures::energyPerArea),
  /** Bits per second and area; larger is better. */
  RATE_PER_AREA(
      "throughput-per-area",
      "bits/s per area",
      "bit/s/m2",
      false,
      CostFigures::bitsPerSecondPerSquareMeter);

  private final String option;
  private final String words;
  private final String unit;
  private final boolean smallerIsBetter;
  private final Function<CostFigures, OptionalDouble> value;

  Reading(
      String option,
      String words,
      String unit,
      boolean smallerIsBetter,
      Function<CostFigures, OptionalDouble> value) {
    this.option = option;
    this.words = words;
    this.unit = unit;
    this.smallerIsBetter = smallerIsBetter;
    this.value = value;
  }

  /** The word of an option, such as {@code "energy-area"}. */
  public String option() {
    return option;
  }

  /** The reading in words, for reports. */
  public String words() {
    return words;
  }

  /** Unit of the value. */
  public String unit() {
    return unit;
  }

  /** The value of this reading. */
  public OptionalDouble of(CostFigures figures) {
    return value.apply(figures);
  }

  /** How many times better the run is than the technology; below 1 it is worse. */
  public OptionalDouble advantage(CostFigures run, CostFigures technology) {
    return smallerIsBetter
        ? CostFigures.quotient(of(technology), of(run))
        : CostFigures.quotient(of(run), of(technology));
  }
}
