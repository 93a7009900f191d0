package io.spindrift.cli.command;

/** The collections of tests that {@code entropy test} knows. */
enum Suite {
  /** The tests of bits of SP 800-22. */
  SP800_22,
  /** The tests of Gaussian samples. */
  GAUSSIAN;

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
