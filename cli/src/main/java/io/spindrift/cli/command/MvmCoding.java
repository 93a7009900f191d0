package io.spindrift.cli.command;

import io.spindrift.memory.product.BinaryCoding;
import io.spindrift.memory.product.BitSlicedCoding;
import io.spindrift.memory.product.ProductCoding;
import io.spindrift.numerics.UnusableInput;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how the integers of a product are coded in cells. */
final class MvmCoding {
  @Option(
      names = "--weight-bits",
      paramLabel = "N",
      defaultValue = "4",
      description = "Bits of a weight, sign included; the default is ${DEFAULT-VALUE}.")
  private String weightBits = "";

  @Option(
      names = "--input-bits",
      paramLabel = "N",
      defaultValue = "4",
      description = "Bits of an input; the default is ${DEFAULT-VALUE}.")
  private String inputBits = "";

  @Option(names = "--signed-inputs", description = "Inputs are signed (two's complement).")
  private boolean signedInputs;

  @Option(
      names = "--dac-bits",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Bits of an input that drive a row in one cycle; 1 is bit-serial and the default.")
  private String dacBits = "";

  /**
   * The coding of a method.
   *
   * @param spec the command, whose options of other methods are refused
   */
  ProductCoding of(String method, CommandSpec spec) {
    return switch (method.toLowerCase(Locale.ROOT)) {
      case "binary" -> {
        UnusedOptions.refuse(
            spec,
            "with --method binary",
            "--weight-bits",
            "--input-bits",
            "--signed-inputs",
            "--dac-bits");
        yield BinaryCoding.SIGNED;
      }
      case "bit-sliced" -> {
        int width = GivenQuantity.smallCount("--input-bits", inputBits, 1, 16);
        yield new BitSlicedCoding(
            GivenQuantity.smallCount("--weight-bits", weightBits, 2, 16),
            width,
            signedInputs,
            GivenQuantity.smallCount("--dac-bits", dacBits, 1, width));
      }
      default ->
          throw new UnusableInput(
              "--method must be binary, bit-sliced or count, but was '" + method + "'");
    };
  }
}
