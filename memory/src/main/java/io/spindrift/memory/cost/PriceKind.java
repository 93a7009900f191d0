package io.spindrift.memory.cost;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a number rests on, from the firmest ground to the softest. */
public enum PriceKind {
  /** Measured on a circuit in silicon. */
  MEASURED_SILICON,
  /** Measured on a single device. */
  MEASURED_DEVICE,
  /** Computed by a model whose parameters were fitted to measurements. */
  CALIBRATED_MODEL,
  /** Computed by a model. */
  MODEL,
  /** Extrapolated, wholly or in part, from something else that was measured. */
  PROJECTION,
  /** Claimed by its authors without data that can be read. */
  CLAIMED,
  /** Assumed here, with the reason as source. */
  ASSUMED;

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
