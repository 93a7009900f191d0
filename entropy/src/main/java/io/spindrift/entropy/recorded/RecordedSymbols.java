package io.spindrift.entropy.recorded;

import io.spindrift.entropy.PackedBits;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Symbols of a record, for SP 800-90B.
 *
 * <p>A file of bytes holds one symbol to a byte. In the other formats k consecutive bits make a
 * symbol; the first of them is the most significant one, in packed files of least significant order
 * the least significant one, so that a symbol of eight bits is always the byte of the file.
 *
 * @param symbols the symbols
 * @param widthInferred whether their width was told by the largest symbol
 */
public record RecordedSymbols(Symbols symbols, boolean widthInferred) {
  /** The most symbols that are assessed at once; their bits still fit an array. */
  public static final int MOST_SYMBOLS = 1 << 27;

  private static final int CHUNK = 1 << 20;

  /**
   * Reads symbols.
   *
   * @param record where they are
   * @param bitsPerSymbol their width in bits, 1 to 8; when absent, the width of the largest symbol
   *     of a file of bytes (as the reference tool of SP 800-90B does), and 1 in the other formats
   * @param skip symbols to pass over
   * @param count how many to read; all that are left when absent
   * @throws UnusableInput when a symbol does not fit, there are fewer than {@code count}, none, or
   *     more than {@link #MOST_SYMBOLS}
   */
  public static RecordedSymbols read(
      BitRecord record, OptionalInt bitsPerSymbol, long skip, OptionalLong count) {
    bitsPerSymbol.ifPresent(width -> Require.inRange("bits per symbol", width, 1, 8));
    Require.atLeast("skipped symbols", skip, 0);
    if (count.orElse(1) > MOST_SYMBOLS) {
      throw tooMany(record);
    }
    int wanted = (int) count.orElse(MOST_SYMBOLS);
    Require.atLeast("symbols", wanted, 1);
    boolean bytes = record.format() == RecordFormat.BYTES;
    byte[] values =
        bytes
            ? bytes(record, skip, wanted, count.isEmpty())
            : grouped(record, bitsPerSymbol.orElse(1), skip, wanted, count.isEmpty());
    if (values.length == 0 || count.isPresent() && values.length < wanted) {
      throw new UnusableInput(
          String.format(
              "%s must hold %d symbols%s, but holds %d%s",
              record.file(),
              count.orElse(1),
              skip == 0 ? "" : " after the " + skip + " that are skipped",
              values.length,
              values.length == 0 ? "" : "; --length " + values.length + " would be accepted"));
    }
    int width = bitsPerSymbol.orElseGet(() -> bytes ? width(values) : 1);
    if (bytes) {
      requireFit(record, values, width, skip);
    }
    return new RecordedSymbols(new Symbols(values, width), bytes && bitsPerSymbol.isEmpty());
  }

  private static byte[] bytes(BitRecord record, long skip, int wanted, boolean all) {
    try (InputStream in = Files.newInputStream(record.file())) {
      in.skipNBytes(skip);
      byte[] values = in.readNBytes(wanted);
      if (all && values.length == wanted && in.read() >= 0) {
        throw tooMany(record);
      }
      return values;
    } catch (EOFException e) {
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] grouped(BitRecord record, int width, long skip, int wanted, boolean all) {
    boolean firstIsLeast =
        record.format() == RecordFormat.PACKED
            && record.order() == BitOrder.LEAST_SIGNIFICANT_FIRST;
    byte[] values = new byte[Math.min(wanted, CHUNK)];
    int have = 0;
    try (BitReader reader = record.open()) {
      reader.skip(Math.multiplyExact(skip, (long) width));
      boolean more = true;
      while (more && have < wanted) {
        int chunk = Math.min(CHUNK, wanted - have);
        long[] words = new long[PackedBits.words(chunk * width)];
        int count = reader.read(words, chunk * width) / width;
        more = count == chunk;
        if (have + count > values.length) {
          values = Arrays.copyOf(values, (int) Math.min(wanted, 2L * (have + count)));
        }
        for (int s = 0; s < count; s++) {
          values[have + s] = symbol(words, s * width, width, firstIsLeast);
        }
        have += count;
      }
      if (all && have == wanted && reader.next(width).isPresent()) {
        throw tooMany(record);
      }
    }
    return Arrays.copyOf(values, have);
  }

  private static byte symbol(long[] words, int from, int width, boolean firstIsLeast) {
    int value = 0;
    for (int b = 0; b < width; b++) {
      int bit = (int) (words[(from + b) >>> 6] >>> ((from + b) & 63)) & 1;
      value |= bit << (firstIsLeast ? b : width - 1 - b);
    }
    return (byte) value;
  }

  /** The narrowest width that holds every value, at least one bit. */
  private static int width(byte[] values) {
    int all = 0;
    for (byte value : values) {
      all |= value & 0xFF;
    }
    return Math.max(1, 32 - Integer.numberOfLeadingZeros(all));
  }

  private static void requireFit(BitRecord record, byte[] values, int width, long skip) {
    for (int i = 0; i < values.length; i++) {
      if ((values[i] & 0xFF) >>> width != 0) {
        throw new UnusableInput(
            String.format(
                "%s must hold symbols of %d bits, one to a byte, but byte %d is %d; the file holds"
                    + " symbols of %d bits",
                record.file(), width, skip + i, values[i] & 0xFF, width(values)));
      }
    }
  }

  private static UnusableInput tooMany(BitRecord record) {
    return new UnusableInput(
        "at most "
            + MOST_SYMBOLS
            + " symbols of "
            + record.file()
            + " can be assessed at once; --length 1000000 would be accepted");
  }
}
