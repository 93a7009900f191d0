package io.spindrift.entropy.sp80090b.estimate;

/**
 * The symbols from a place on, as many as fit, as one sortable number.
 *
 * <p>The upper bits hold {@link #symbols()} symbols, zeros beyond the end; the lowest seven the
 * number of symbols that are really there. Numbers in order are places in the order of their
 * suffixes, as long as no two windows are equal and full.
 */
final class WindowKeys {
  private static final int TAG_BITS = 7;
  private static final long TAG = (1L << TAG_BITS) - 1;

  private final Sample sample;
  private final int width;
  private final int symbols;

  WindowKeys(Sample sample) {
    this.sample = sample;
    width = 32 - Integer.numberOfLeadingZeros(sample.alphabet() - 1);
    symbols = (64 - TAG_BITS) / width;
  }

  /** Bits of one symbol. */
  int width() {
    return width;
  }

  /** Symbols of a full window. */
  int symbols() {
    return symbols;
  }

  /** Symbols that are really there. */
  static int present(long key) {
    return (int) (key & TAG);
  }

  /** Writes the keys of {@code count} places from {@code from} on, a multiple of 64. */
  void fill(long[] keys, int from, int count) {
    if (sample.binary()) {
      for (int done = 0; done < count; done += 64) {
        fillBits(keys, done, from + done);
      }
    } else {
      fillSymbols(keys, from, count);
    }
    for (int i = Math.max(0, sample.length() - symbols + 1 - from); i < count; i++) {
      keys[i] = (keys[i] & ~TAG) | Math.max(0, sample.length() - from - i);
    }
  }

  private void fillBits(long[] keys, int at, int from) {
    long window = Long.reverse(sample.window(from));
    long next = sample.window(from + 64);
    for (int i = at; i < at + 64; i++) {
      keys[i] = (window & ~TAG) | symbols;
      window = (window << 1) | (next & 1);
      next >>>= 1;
    }
  }

  private void fillSymbols(long[] keys, int from, int count) {
    byte[] values = sample.symbols();
    int used = width * symbols;
    long mask = -1L >>> (64 - used);
    long window = 0;
    for (int i = from; i < from + symbols - 1; i++) {
      window = (window << width) | (i < values.length ? values[i] & 0xFF : 0);
    }
    int ahead = from + symbols - 1;
    for (int i = 0; i < count; i++) {
      int symbol = ahead + i < values.length ? values[ahead + i] & 0xFF : 0;
      window = ((window << width) | symbol) & mask;
      keys[i] = (window << (64 - used)) | symbols;
    }
  }
}
