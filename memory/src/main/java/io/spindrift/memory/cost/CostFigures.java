package io.spindrift.memory.cost;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;

/**
 * The figures by which generators of random bits are compared; unknown is empty, never zero.
 *
 * @param energyPerBitJoules energy per random bit
 * @param areaSquareMeters area of one generator
 * @param bitsPerSecond rate of one generator
 */
public record CostFigures(
    OptionalDouble energyPerBitJoules,
    OptionalDouble areaSquareMeters,
    OptionalDouble bitsPerSecond) {
  /** Refuses figures that are zero, negative or not finite. */
  public CostFigures {
    energyPerBitJoules.ifPresent(value -> Require.positive("energy per bit", value, "J"));
    areaSquareMeters.ifPresent(value -> Require.positive("area per generator", value, "m2"));
    bitsPerSecond.ifPresent(value -> Require.positive("bits per second", value, "1/s"));
  }

  /** Bits per second and square metre. */
  public OptionalDouble bitsPerSecondPerSquareMeter() {
    return quotient(bitsPerSecond, areaSquareMeters);
  }

  /** Composite energy times area, in J m2 per bit. */
  public OptionalDouble energyTimesArea() {
    return energyPerBitJoules.isPresent() && areaSquareMeters.isPresent()
        ? OptionalDouble.of(energyPerBitJoules.getAsDouble() * areaSquareMeters.getAsDouble())
        : OptionalDouble.empty();
  }

  /** Composite energy per bit per area, in J/bit/m2. */
  public OptionalDouble energyPerArea() {
    return quotient(energyPerBitJoules, areaSquareMeters);
  }

  static OptionalDouble quotient(OptionalDouble above, OptionalDouble below) {
    return above.isPresent() && below.isPresent()
        ? OptionalDouble.of(above.getAsDouble() / below.getAsDouble())
        : OptionalDouble.empty();
  }
}
