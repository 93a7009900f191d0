package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;

/**
 * What one action costs.
 *
 * @param energyJoules energy in joules, greater than zero
 * @param range from where to where the energy may lie, in joules
 * @param durationSeconds time in seconds, empty where none is charged or known
 * @param nodeMeters process node that the energy holds at, empty where it belongs to none
 * @param scaling what becomes of the energy at another node
 * @param kind what the number rests on
 * @param source where it comes from; never blank
 */
public record Price(
    double energyJoules,
    Range range,
    OptionalDouble durationSeconds,
    OptionalDouble nodeMeters,
    Scaling scaling,
    PriceKind kind,
    String source) {
  /** Refuses a price that is zero, not finite, or without a source. */
  public Price {
    Require.positive("energy", energyJoules, "J");
    durationSeconds.ifPresent(seconds -> Require.positive("duration", seconds, "s"));
    nodeMeters.ifPresent(meters -> Require.positive("node", meters, "m"));
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "source must say where the price comes from, but is blank");
    }
    if (scaling == Scaling.LOGIC && nodeMeters.isEmpty()) {
      throw new IllegalArgumentException("node must be given where the scaling is logic");
    }
  }

  /** A price of a device, with a duration, that no process node changes. */
  public static Price of(
      double energyJoules, double durationSeconds, PriceKind kind, String source) {
    return new Price(
        energyJoules,
        Range.of(energyJoules, OptionalDouble.empty(), OptionalDouble.empty(), kind),
        OptionalDouble.of(durationSeconds),
        OptionalDouble.empty(),
        Scaling.KEPT,
        kind,
        source);
  }

  /** This price at another process node. */
  Price at(double toMeters, TechnologyNodes nodes) {
    if (scaling != Scaling.LOGIC) {
      return this;
    }
    double factor = nodes.energyFactor(nodeMeters.orElseThrow(), toMeters);
    return new Price(
        energyJoules * factor,
        range.times(factor),
        durationSeconds,
        OptionalDouble.of(toMeters),
        scaling,
        kind,
        source + "; " + TechnologyNodes.SOURCE);
  }
}
