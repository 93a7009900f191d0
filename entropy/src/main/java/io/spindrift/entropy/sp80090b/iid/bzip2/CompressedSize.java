package io.spindrift.entropy.sp80090b.iid.bzip2;

import io.spindrift.numerics.Require;
import java.util.Arrays;

/**
 * The size in bytes of the stream that libbz2 makes of a text in blocks of 500,000 bytes, level 5.
 *
 * <p>A run of 4 to 255 equal bytes becomes four of them and a byte that counts the rest; a block is
 * full once it holds 499,981 bytes. Each block is sorted, moved to front and coded. A stream begins
 * with 32 bits and ends with 80, a block begins with 105 and the map of the bytes it uses; the sum
 * is rounded up to bytes. The sorted order of a block is unique, so any sort will do; the choices
 * of code tables are those of libbz2 1.0.8 to the last bit.
 *
 * <p>Not thread-safe: buffers are kept from call to call.
 */
public final class CompressedSize {
  private static final int FULL = 5 * 100_000 - 19;
  private static final int OVERHANG = 16;
  private static final int LONGEST_RUN = 255;
  private static final int STREAM_BITS = 32 + 80;
  private static final int BLOCK_BITS = 48 + 32 + 1 + 24;
  private static final int BYTES = 256;

  private final RotationOrder rotations = new RotationOrder();
  private final WordColumn wordColumn = new WordColumn();
  private final MoveToFront moveToFront = new MoveToFront();
  private final CodingTables tables = new CodingTables();
  private final boolean[] used = new boolean[BYTES];
  private final char[] codeOf = new char[BYTES];
  private char[] block = {};
  private byte[] column = {};
  private int filled;

  /**
   * The compressed size of the first {@code length} bytes.
   *
   * @throws IllegalArgumentException when the text is shorter
   */
  public long of(byte[] text, int length) {
    Require.inRange("length", length, 0, text.length);
    int capacity = Math.min(FULL, length + length / 4) + OVERHANG;
    if (block.length < capacity) {
      block = new char[capacity];
      column = new byte[capacity];
    }
    long bits = STREAM_BITS;
    filled = 0;
    Arrays.fill(used, false);
    for (int i = 0; i < length; ) {
      int letter = text[i] & 0xFF;
      int end = i + 1;
      int limit = Math.min(length, i + LONGEST_RUN);
      while (end < limit && (text[end] & 0xFF) == letter) {
        end++;
      }
      append(letter, end - i);
      i = end;
      if (filled >= FULL && i < length - 1) {
        bits += blockBits();
      }
    }
    if (filled > 0) {
      bits += blockBits();
    }
    return (bits + 7) / 8;
  }

  private void append(int letter, int run) {
    used[letter] = true;
    for (int i = Math.min(run, 4); i > 0; i--) {
      block[filled++] = (char) letter;
    }
    if (run >= 4) {
      used[run - 4] = true;
      block[filled++] = (char) (run - 4);
    }
  }

  private long blockBits() {
    int radix = 0;
    int sixteens = 0;
    for (int from = 0; from < BYTES; from += 16) {
      int before = radix;
      for (int value = from; value < from + 16; value++) {
        if (used[value]) {
          codeOf[value] = (char) radix++;
        }
      }
      sixteens += radix > before ? 1 : 0;
    }
    for (int i = 0; i < filled; i++) {
      block[i] = codeOf[block[i]];
    }
    if (!wordColumn.fill(block, filled, radix, column)) {
      fillColumn(radix);
    }
    moveToFront.code(column, filled, radix);
    long bits = BLOCK_BITS + 16 + 16L * sixteens + tables.bits(moveToFront, radix + 2);
    filled = 0;
    Arrays.fill(used, false);
    return bits;
  }

  private void fillColumn(int radix) {
    int[] order = rotations.sort(block, filled, radix);
    for (int i = 0; i < filled; i++) {
      column[i] = (byte) block[order[i] == 0 ? filled - 1 : order[i] - 1];
    }
  }
}
