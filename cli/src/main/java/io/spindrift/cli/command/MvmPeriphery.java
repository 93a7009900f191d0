package io.spindrift.cli.command;

import io.spindrift.memory.product.BitLine;
import io.spindrift.memory.product.Periphery;
import io.spindrift.memory.product.ResistiveBitLine;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** The options that say what stands around the cells of a product: bit lines and converters. */
final class MvmPeriphery {
  @Option(
      names = "--adc-bits",
      paramLabel = "LIST",
      defaultValue = "4:8:1",
      description = "Bits of a conversion, a list or a range; the default is ${DEFAULT-VALUE}.")
  private String adcBits = "";

  @Option(
      names = "--adc-reach",
      paramLabel = "full|SIGMAS",
      defaultValue = "full",
      description =
          "What a conversion spans: every sum that can occur, or so many standard deviations of a"
              + " sum on either side; the default is ${DEFAULT-VALUE}.")
  private String adcReach = "";

  @Option(
      names = "--tile-rows",
      paramLabel = "N",
      defaultValue = "128",
      description = "Most rows that share a bit line; the default is ${DEFAULT-VALUE}.")
  private String tileRows = "";

  @Option(
      names = "--noise",
      paramLabel = "CELLS",
      defaultValue = "0",
      description =
          "Input noise of a conversion, in units of what one cell at full drive adds when it turns;"
              + " the default is ${DEFAULT-VALUE}.")
  private String noise = "";

  @Option(
      names = {"--wire-resistance", "--ir-drop"},
      paramLabel = "OHM",
      defaultValue = "0Ohm",
      description =
          "Resistance of a bit line from one cell to the next (IR drop); the default is none.")
  private String wireResistance = "";

  /** One periphery for each width of the converter. */
  List<Periphery> choices() {
    double ohms =
        GivenQuantity.notNegative("--wire-resistance", wireResistance, Dimension.RESISTANCE);
    BitLine line = ohms == 0 ? BitLine.IDEAL : new ResistiveBitLine(0, ohms);
    OptionalDouble reach =
        adcReach.equals("full")
            ? OptionalDouble.empty()
            : OptionalDouble.of(GivenQuantity.positive("--adc-reach", adcReach, Dimension.NONE));
    int height = GivenQuantity.smallCount("--tile-rows", tileRows, 1, MvmCommand.MOST);
    double sigma = GivenQuantity.notNegative("--noise", noise, Dimension.NONE);
    List<Periphery> peripheries = new ArrayList<>();
    for (double bits : GivenQuantity.list("--adc-bits", adcBits, Dimension.NONE)) {
      if (bits != Math.rint(bits) || bits < 2 || bits > 16) {
        throw new UnusableInput(
            "--adc-bits must be whole numbers between 2 and 16, but was " + adcBits);
      }
      peripheries.add(new Periphery(height, (int) bits, reach, sigma, line));
    }
    return peripheries;
  }
}
