package io.spindrift.device.ensemble;

/** How an ensemble of macrospins is computed. All kernels solve the same equation. */
public enum Kernel {
  /** The plain scalar stepper in double precision, one trajectory after the other. */
  REFERENCE,
  /** Vectors in double precision. */
  FLOAT64,
  /** Vectors in single precision. */
  FLOAT32;

  /** The word for it on the command line and in results. */
  public String label() {
    return switch (this) {
      case REFERENCE -> "reference";
      case FLOAT64 -> "float64";
      case FLOAT32 -> "float32";
    };
  }
}
