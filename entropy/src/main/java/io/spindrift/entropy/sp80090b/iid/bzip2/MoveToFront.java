package io.spindrift.entropy.sp80090b.iid.bzip2;

import java.util.Arrays;

/**
 * The last column of a sorted block as move-to-front places, with runs of place zero written in
 * binary.
 *
 * <p>A run of z zeros becomes the digits of z in the numeration with digits RUNA = 1 and RUNB = 2,
 * least first; place j > 0 becomes the number j + 1; the end of the block is one number more than
 * the greatest place. Source: libbz2 1.0.8, file {@code compress.c}.
 *
 * <p>Not thread-safe.
 */
final class MoveToFront {
  private static final int RUN_A = 0;
  private static final int RUN_B = 1;
  private static final int PACKED = 16;
  private static final long NIBBLES = 0x1111111111111111L;
  private static final long IDENTITY = 0xFEDCBA9876543210L;

  /** How often each number occurs. */
  final int[] frequencies = new int[CodeLengths.MOST_CODES];

  /** The numbers; the first {@link #count} count. */
  char[] numbers = {};

  /** How many numbers there are. */
  int count;

  /** Codes the last column of a block of {@code length} letters out of {@code radix}. */
  void code(byte[] column, int length, int radix) {
    if (numbers.length < length + 1) {
      numbers = new char[length + 1];
    }
    Arrays.fill(frequencies, 0);
    count = 0;
    int zeros = radix <= PACKED ? packed(column, length) : listed(column, length);
    run(zeros);
    put(radix + 1);
  }

  /** The list of letters in the nibbles of one word, front in the lowest. */
  private int packed(byte[] column, int length) {
    long list = IDENTITY;
    int zeros = 0;
    for (int i = 0; i < length; i++) {
      long letter = column[i];
      long differing = list ^ (letter * NIBBLES);
      long zero = (differing - NIBBLES) & ~differing & (NIBBLES << 3);
      int shift = Long.numberOfTrailingZeros(zero) & ~3;
      if (shift == 0) {
        zeros++;
      } else {
        if (zeros > 0) {
          run(zeros);
          zeros = 0;
        }
        put((shift >>> 2) + 1);
        long behind = -1L << shift << 4;
        long before = (1L << shift) - 1;
        list = (list & behind) | ((list & before) << 4) | letter;
      }
    }
    return zeros;
  }

  private int listed(byte[] column, int length) {
    char[] list = new char[CodeLengths.MOST_CODES];
    for (int i = 0; i < list.length; i++) {
      list[i] = (char) i;
    }
    int zeros = 0;
    for (int i = 0; i < length; i++) {
      char letter = (char) (column[i] & 0xFF);
      if (list[0] == letter) {
        zeros++;
      } else {
        if (zeros > 0) {
          run(zeros);
          zeros = 0;
        }
        int place = 1;
        while (list[place] != letter) {
          place++;
        }
        System.arraycopy(list, 0, list, 1, place);
        list[0] = letter;
        put(place + 1);
      }
    }
    return zeros;
  }

  private void run(int zeros) {
    for (int rest = zeros; rest > 0; rest = (rest - 1) / 2) {
      put((rest & 1) == 1 ? RUN_A : RUN_B);
    }
  }

  private void put(int number) {
    numbers[count++] = (char) number;
    frequencies[number]++;
  }
}
