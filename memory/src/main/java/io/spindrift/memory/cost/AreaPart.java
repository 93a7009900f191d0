package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;

/**
 * Components of one sort in an array.
 *
 * @param item which component
 * @param count how many of them
 * @param eachSquareMeters area of one
 * @param range from where to where that area may lie, in square metres
 * @param kind what the number rests on
 * @param source where it comes from
 */
public record AreaPart(
    String item, long count, double eachSquareMeters, Range range, PriceKind kind, String source) {
  /** Checks the area. */
  public AreaPart {
    Require.atLeast("count of " + item, count, 0L);
    Require.positive("area of " + item, eachSquareMeters, "m2");
  }

  /** Area of all of them. */
  public double squareMeters() {
    return count * eachSquareMeters;
  }

  /** The same components at another area each. */
  AreaPart each(double squareMeters) {
    return new AreaPart(item, count, squareMeters, range, kind, source);
  }
}
