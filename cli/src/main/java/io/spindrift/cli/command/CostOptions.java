package io.spindrift.cli.command;

import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.AreaTable;
import io.spindrift.memory.cost.ArrayGeometry;
import io.spindrift.memory.cost.PriceTable;
import io.spindrift.memory.cost.Reading;
import io.spindrift.memory.cost.TechnologyNodes;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.quantity.Dimension;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a cost rests on. */
final class CostOptions {
  @Option(
      names = "--technology",
      paramLabel = "NODE",
      defaultValue = "28nm",
      description = "Process node of the periphery, 7nm to 130nm; the default is ${DEFAULT-VALUE}.")
  private String technology = "";

  @Option(
      names = "--definition",
      paramLabel = "NAME",
      defaultValue = "all",
      description =
          "How the claim is read: energy, energy-area, energy-per-area, throughput-per-area or"
              + " all; the default is ${DEFAULT-VALUE}.")
  private String definition = "";

  @Option(
      names = "--technologies",
      paramLabel = "CSV",
      description = "Compare with this table instead of the embedded one, same columns.")
  private @Nullable Path technologies;

  @Option(
      names = "--prices",
      paramLabel = "CSV",
      description = "Prices of actions in place of the embedded ones, same columns.")
  private @Nullable Path prices;

  @Option(
      names = "--areas",
      paramLabel = "CSV",
      description = "Areas of components in place of the embedded ones, same columns.")
  private @Nullable Path areas;

  @Option(
      names = "--sub-arrays",
      paramLabel = "N",
      defaultValue = "1",
      description = "Arrays that work at the same time; the default is ${DEFAULT-VALUE}.")
  private String subArrays = "";

  @Option(
      names = "--adc-bits",
      paramLabel = "K",
      defaultValue = "0",
      description =
          "Converters of K bits at the columns, 4 to 10, or 0 for none; the default is"
              + " ${DEFAULT-VALUE}.")
  private String converterBits = "";

  @Option(
      names = "--adc-sharing",
      paramLabel = "N",
      defaultValue = "8",
      description = "Columns that share one converter; the default is ${DEFAULT-VALUE}.")
  private String sharing = "";

  /** The process node in metres. */
  double nodeMeters() {
    double meters = GivenQuantity.positive("--technology", technology, Dimension.LENGTH);
    try {
      return TechnologyNodes.standard().known(meters);
    } catch (UnusableInput refusal) {
      throw new UnusableInput("--technology: " + refusal.getMessage(), refusal);
    }
  }

  /** The readings that were asked for. */
  List<Reading> readings() {
    List<Reading> chosen =
        Arrays.stream(Reading.values())
            .filter(r -> definition.equals("all") || definition.equals(r.option()))
            .toList();
    if (chosen.isEmpty()) {
      throw new UnusableInput(
          "--definition must be "
              + Arrays.stream(Reading.values())
                  .map(Reading::option)
                  .collect(Collectors.joining(", "))
              + " or all, but was '"
              + definition
              + "'");
    }
    return chosen;
  }

  PriceTable technologies() {
    return technologies == null ? PriceTable.standard() : PriceTable.read(technologies);
  }

  ActionPrices prices() {
    return prices == null ? ActionPrices.standard() : ActionPrices.read(prices);
  }

  AreaTable areas() {
    return areas == null ? AreaTable.standard() : AreaTable.read(areas);
  }

  /** The array of these rows and columns with its sub-arrays and converters. */
  ArrayGeometry geometry(int rows, int columns, int fold) {
    int arrays = GivenQuantity.smallCount("--sub-arrays", subArrays, 1, 1 << 16);
    int bits = GivenQuantity.smallCount("--adc-bits", converterBits, 0, 10);
    if (bits > 0 && bits < 4) {
      throw new UnusableInput("--adc-bits must be 0 or between 4 and 10, but was " + bits);
    }
    ArrayGeometry geometry = ArrayGeometry.ofBits(rows, columns, fold).inArrays(arrays);
    return bits == 0
        ? geometry
        : geometry.withConverters(
            bits, GivenQuantity.smallCount("--adc-sharing", sharing, 1, columns));
  }
}
