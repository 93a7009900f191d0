package io.spindrift.device.retention;

import java.util.Locale;

/** How escape rates are found. */
public enum RetentionMethod {
  /** The formula for a high barrier: Brown's on an axis of symmetry, Langer's elsewhere. */
  FORMULA,
  /** Exact quadrature; needs an axis of symmetry. */
  QUADRATURE,
  /** The slowest mode of the Fokker-Planck equation; needs a moderate barrier. */
  FOKKER_PLANCK;

  /** The name in results and on the command line, such as {@code fokker-planck}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
