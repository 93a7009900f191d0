package io.spindrift.cli.command;

import io.spindrift.entropy.recorded.BitOrder;
import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.recorded.RecordedSamples;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which file holds the bits or symbols, and how. */
final class RecordOptions {
  /** Which bit of a byte came first. */
  enum Order {
    /** The most significant one. */
    MSB(BitOrder.MOST_SIGNIFICANT_FIRST),
    /** The least significant one. */
    LSB(BitOrder.LEAST_SIGNIFICANT_FIRST);

    private final BitOrder order;

    Order(BitOrder order) {
      this.order = order;
    }

    /** The name that the command line and JSON use. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "FILE", description = "The file of bits or samples.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "packed|bytes|ascii|npy|float32",
      description = {
        "packed: eight bits a byte; bytes: one bit or symbol a byte; ascii: the characters 0 and 1,"
            + " white space between them passed over. Gaussian samples: npy (float32 or float64) or"
            + " float32 (little-endian, nothing else); the default is what the file begins with."
      })
  private @Nullable FileFormat format;

  @Option(
      names = "--bit-order",
      paramLabel = "msb|lsb",
      defaultValue = "msb",
      description =
          "Which bit of a packed byte came first, the most or the least significant; the default is"
              + " ${DEFAULT-VALUE}.")
  Order order = Order.MSB;

  @Option(
      names = "--skip",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pass over this many bits (entropy assess: symbols) at the start.")
  private String skip = "0";

  /** Bits or symbols to pass over. */
  long skipped() {
    return GivenQuantity.count("--skip", skip, 0, Long.MAX_VALUE >> 4);
  }

  /**
   * The record.
   *
   * @param usual the format unless one is given
   * @throws UnusableInput when the file cannot be used, or plainly has another format and none was
   *     given
   */
  BitRecord record(RecordFormat usual) {
    BitRecord record = new BitRecord(file, format == null ? usual : format.ofBits(), order.order);
    RecordFormat likely = record.likelyFormat();
    if (format == null && likely != record.format()) {
      throw new UnusableInput(
          "--format must be given for "
              + file
              + ", which holds only "
              + (likely == RecordFormat.ASCII ? "the characters 0 and 1" : "bytes 0 and 1")
              + ": --format "
              + likely.label()
              + " reads them one by one, --format packed as eight bits a byte");
    }
    return record;
  }

  /** The file as Gaussian samples. */
  RecordedSamples samples() {
    return new RecordedSamples(
        file, format == null ? RecordedSamples.likelyFormat(file) : format.ofSamples());
  }
}
