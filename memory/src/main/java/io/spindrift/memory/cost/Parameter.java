package io.spindrift.memory.cost;

/**
 * A number that a cost depends on, and from where to where it may lie.
 *
 * @param name what it is
 * @param unit its unit, empty for a count
 * @param value its value
 * @param range its ends
 */
public record Parameter(String name, String unit, double value, Range range) {
  /** Refuses ends that do not hold the value. */
  public Parameter {
    if (!(value >= range.low() && value <= range.high())) {
      throw new IllegalArgumentException(
          "%s must lie between %s and %s, but was %s"
              .formatted(name, range.low(), range.high(), value));
    }
  }
}
