package io.spindrift.entropy.recorded;

import java.util.Locale;

/** How bits or symbols are laid out in a file. */
public enum RecordFormat {
  /** Eight bits to a byte; which of them came first is told by a {@link BitOrder}. */
  PACKED,
  /** One bit or symbol to a byte, as its value. */
  BYTES,
  /** One character {@code 0} or {@code 1} to a bit; white space between them is passed over. */
  ASCII;

  /** The name that the command line and reports use. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
