package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;

/**
 * What one action costs.
 *
 * @param energyJoules energy in joules, greater than zero
 * @param durationSeconds time in seconds, empty where none is charged or known
 * @param kind what the number rests on
 * @param source where it comes from; never blank
 */
public record Price(
    double energyJoules, OptionalDouble durationSeconds, PriceKind kind, String source) {
  /** Refuses a price that is zero, not finite, or without a source. */
  public Price {
    Require.positive("energy", energyJoules, "J");
    durationSeconds.ifPresent(seconds -> Require.positive("duration", seconds, "s"));
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "source must say where the price comes from, but is blank");
    }
  }

  /** A price with a duration. */
  public static Price of(
      double energyJoules, double durationSeconds, PriceKind kind, String source) {
    return new Price(energyJoules, OptionalDouble.of(durationSeconds), kind, source);
  }
}
