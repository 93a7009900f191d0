package io.spindrift.cli.command;

import io.spindrift.numerics.UnusableInput;
import picocli.CommandLine.Option;

/** The options that size an array of junctions and fold its bits. */
final class ArrayOptions {
  private static final int MOST_CELLS = 1 << 24;

  @Option(
      names = {"--xor-fold", "--xor"},
      paramLabel = "K",
      defaultValue = "1",
      description = "Exclusive-or of K tosses makes one bit; the default is ${DEFAULT-VALUE}.")
  private String xorFold = "";

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "256",
      description = "Rows of the array; the default is ${DEFAULT-VALUE}.")
  private String rows = "";

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "256",
      description = "Columns, a multiple of 64; the default is ${DEFAULT-VALUE}.")
  private String columns = "";

  /** Tosses that make one bit. */
  int fold() {
    return GivenQuantity.smallCount("--xor-fold", xorFold, 1, 64);
  }

  /** Word lines. */
  int height() {
    return GivenQuantity.smallCount("--rows", rows, 1, MOST_CELLS / 64);
  }

  /** Bit lines. */
  int width() {
    int width = GivenQuantity.smallCount("--columns", columns, 64, MOST_CELLS / height());
    if (width % 64 != 0) {
      throw new UnusableInput("--columns must be a multiple of 64, but was " + columns);
    }
    return width;
  }
}
