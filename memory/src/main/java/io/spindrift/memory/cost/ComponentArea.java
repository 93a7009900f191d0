package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;

/**
 * Area of one component of an array at the node of its source.
 *
 * @param item which component, such as {@code "sense-amplifier"}
 * @param unit F2, um2 or ratio
 * @param value area in that unit
 * @param range from where to where it may lie, in that unit
 * @param nodeMeters process node that it holds at
 * @param scaling what becomes of it at another node
 * @param kind what the number rests on
 * @param source where it comes from; never blank
 */
public record ComponentArea(
    String item,
    String unit,
    double value,
    Range range,
    OptionalDouble nodeMeters,
    Scaling scaling,
    PriceKind kind,
    String source) {
  /** Refuses an area that is zero, not finite, or without a source. */
  public ComponentArea {
    Require.positive("value", value, unit);
    if (source.isBlank()) {
      throw new IllegalArgumentException("source must say where the area comes from, but is blank");
    }
    if (scaling == Scaling.LOGIC && nodeMeters.isEmpty()) {
      throw new IllegalArgumentException("node must be given where the scaling is logic");
    }
    if (!unit.equals(expected(scaling))) {
      throw new IllegalArgumentException(
          "unit must be "
              + expected(scaling)
              + " where the scaling is "
              + scaling.words()
              + ", but was '"
              + unit
              + "'");
    }
  }

  private static String expected(Scaling scaling) {
    return switch (scaling) {
      case LOGIC -> "um2";
      case FEATURE -> "F2";
      case KEPT -> "ratio";
    };
  }

  /** Square metres, or the bare ratio, of one unit of {@link #value} at a node. */
  double unitAt(double meters, TechnologyNodes nodes) {
    return switch (scaling) {
      case LOGIC -> 1e-12 * nodes.areaFactor(nodeMeters.orElseThrow(), meters);
      case FEATURE -> meters * meters;
      case KEPT -> 1;
    };
  }
}
