package io.spindrift.cli.command;

import io.spindrift.entropy.recorded.BitOrder;
import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.recorded.RecordedSamples;
import io.spindrift.entropy.recorded.SampleFormat;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How bits lie in the bytes of a file. */
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

  @Option(
      names = "--bit-order",
      paramLabel = "msb|lsb",
      defaultValue = "msb",
      description =
          "Which bit of a packed byte came first, the most or the least significant; the default is"
              + " ${DEFAULT-VALUE}.")
  Order order = Order.MSB;

  /**
   * The record.
   *
   * @param file where it is
   * @param format its format, or nothing
   * @param usual the format unless one is given
   * @throws UnusableInput when the file cannot be used, or plainly has another format and none was
   *     given
   */
  BitRecord record(Path file, @Nullable FileFormat format, RecordFormat usual) {
    BitRecord record = new BitRecord(file, format == null ? usual : format.ofBits(), order.order);
    if (format == null
        && record.isSized()
        && RecordedSamples.likelyFormat(file) == SampleFormat.NPY) {
      throw new UnusableInput(
          "--format must be given for "
              + file
              + ", which begins as a NumPy file: entropy test --suite gaussian tests samples,"
              + " --format packed or bytes takes every byte of the file for bits or a symbol");
    }
    RecordFormat likely = record.likelyFormat();
    if (format == null && likely != record.format()) {
      throw new UnusableInput(
          "--format must be given for "
              + file
              + ", which holds only "
              + (likely == RecordFormat.ASCII ? "the characters 0 and 1" : "bytes 0 and 1")
              + ": --format "
              + likely.label()
              + " reads them one by one, --format "
              + (usual == RecordFormat.BYTES ? "bytes as one symbol" : "packed as eight bits")
              + " a byte");
    }
    return record;
  }
}
