package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.iid.bzip2.CompressedSize;
import java.util.List;

/**
 * Compression, SP 800-90B section 5.1.11: the bytes that bzip2 needs for the symbols, written as
 * decimal numbers with one space between them.
 *
 * <p>The reference tool asks libbz2 for blocks of 500,000 bytes; so does this.
 */
final class Compression implements StatisticFamily {
  private static final int WIDEST = 4;

  private final CompressedSize compressed = new CompressedSize();
  private byte[] text = {};

  @Override
  public List<String> names() {
    return List.of("compression");
  }

  @Override
  public void evaluate(Arrangement arrangement, double[] values, int at) {
    int length = write(arrangement);
    values[at] = compressed.of(text, length);
  }

  /** Writes the numbers into {@code text}; returns how many bytes they take. */
  private int write(Arrangement arrangement) {
    byte[] symbols = arrangement.symbols();
    int most = Math.multiplyExact(WIDEST, symbols.length);
    if (text.length < most) {
      text = new byte[most];
    }
    int low = arrangement.sample().low();
    int span = arrangement.sample().span();
    int at = 0;
    for (byte symbol : symbols) {
      int number = low + span * (symbol & 0xFF);
      if (number >= 100) {
        text[at++] = (byte) ('0' + number / 100);
      }
      if (number >= 10) {
        text[at++] = (byte) ('0' + number / 10 % 10);
      }
      text[at++] = (byte) ('0' + number % 10);
      text[at++] = ' ';
    }
    return at - 1;
  }
}
