package io.spindrift.memory.cost;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a number rests on, from the firmest ground to the softest; {@link Ground} uses the order.
 */
public enum PriceKind {
  /** Measured on a circuit in silicon. */
  MEASURED_SILICON(1.2),
  /** Measured on a single device. */
  MEASURED_DEVICE(1.2),
  /** Computed by a model whose parameters were fitted to measurements. */
  CALIBRATED_MODEL(1.5),
  /** Computed by a model. */
  MODEL(2),
  /** Extrapolated, wholly or in part, from something else that was measured. */
  PROJECTION(3),
  /** Claimed by its authors without data that can be read. */
  CLAIMED(3),
  /** Assumed here, with the reason as source. */
  ASSUMED(3);

  private final double factor;

  PriceKind(double factor) {
    this.factor = factor;
  }

  /**
   * How far off a number of this kind may be where its own table states no range: it is varied from
   * its value divided by this factor to its value times it. Assumed, as a measure of caution: 1.2
   * for measurements, 1.5 for a calibrated model, 2 for a model, 3 for all that is softer.
   */
  public double factor() {
    return factor;
  }

  /** The kind in words, as price tables write it, such as {@code "measured silicon"}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Reads the words of a price table.
   *
   * @throws IllegalArgumentException with the accepted words
   */
  static PriceKind parse(String words) {
    return Arrays.stream(values())
        .filter(kind -> kind.words().equals(words.strip()))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "kind must be one of "
                    + Arrays.stream(values())
                        .map(PriceKind::words)
                        .collect(Collectors.joining(", "))
                    + ", but was '"
                    + words
                    + "'"));
  }
}
