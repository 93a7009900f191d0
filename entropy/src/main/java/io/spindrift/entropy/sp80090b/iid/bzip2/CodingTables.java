package io.spindrift.entropy.sp80090b.iid.bzip2;

import java.util.Arrays;

/**
 * The bits that the numbers of a block take: its two to six code tables, a table chosen for every
 * fifty numbers, and the codes.
 *
 * <p>The first tables share out the numbers by frequency: each prefers one range of them. Four
 * times each group of fifty then takes the table that codes it in the fewest bits, the first of
 * equals, and each table is built anew from the groups that took it. Source: libbz2 1.0.8, file
 * {@code compress.c}.
 *
 * <p>Not thread-safe.
 */
final class CodingTables {
  private static final int MOST_TABLES = 6;
  private static final int GROUP = 50;
  private static final int ROUNDS = 4;
  private static final int PREFERRED = 0;
  private static final int AVOIDED = 15;

  /** Six sums of fifty lengths of at most 17 bits fit one word of ten bits each. */
  private static final int SUM_BITS = 10;

  private static final int SUM_MASK = (1 << SUM_BITS) - 1;

  private final CodeLengths codeLengths = new CodeLengths();
  private final int[][] lengths = new int[MOST_TABLES][CodeLengths.MOST_CODES];
  private final int[][] taken = new int[MOST_TABLES][CodeLengths.MOST_CODES];
  private final long[] sums = new long[CodeLengths.MOST_CODES];
  private byte[] selectors = {};
  private int groups;

  /** Bits of selectors, tables and codes for {@code codes} different numbers. */
  long bits(MoveToFront block, int codes) {
    int tables = tables(block.count);
    groups = (block.count + GROUP - 1) / GROUP;
    if (selectors.length < groups) {
      selectors = new byte[groups];
    }
    share(block, codes, tables);
    for (int round = 0; round < ROUNDS; round++) {
      choose(block, codes, tables);
      for (int t = 0; t < tables; t++) {
        codeLengths.choose(lengths[t], taken[t], codes);
      }
    }
    long bits = 3 + 15 + selectorBits(tables);
    for (int t = 0; t < tables; t++) {
      bits += tableBits(lengths[t], codes);
      for (int v = 0; v < codes; v++) {
        bits += (long) taken[t][v] * lengths[t][v];
      }
    }
    return bits;
  }

  private static int tables(int numbers) {
    if (numbers < 200) {
      return 2;
    }
    if (numbers < 600) {
      return 3;
    }
    if (numbers < 1200) {
      return 4;
    }
    return numbers < 2400 ? 5 : 6;
  }

  /** Gives each table, last first, a range of numbers of about equal total frequency. */
  private void share(MoveToFront block, int codes, int tables) {
    int rest = block.count;
    int from = 0;
    for (int part = tables; part > 0; part--) {
      int wanted = rest / part;
      int last = from - 1;
      int got = 0;
      while (got < wanted && last < codes - 1) {
        got += block.frequencies[++last];
      }
      if (last > from && part != tables && part != 1 && (tables - part) % 2 == 1) {
        got -= block.frequencies[last--];
      }
      for (int v = 0; v < codes; v++) {
        lengths[part - 1][v] = v >= from && v <= last ? PREFERRED : AVOIDED;
      }
      from = last + 1;
      rest -= got;
    }
  }

  /** Chooses a table for every group and counts the numbers that each table then codes. */
  private void choose(MoveToFront block, int codes, int tables) {
    for (int v = 0; v < codes; v++) {
      long sum = 0;
      for (int t = 0; t < tables; t++) {
        sum |= (long) lengths[t][v] << (SUM_BITS * t);
      }
      sums[v] = sum;
    }
    for (int[] counts : taken) {
      Arrays.fill(counts, 0, codes, 0);
    }
    char[] numbers = block.numbers;
    for (int g = 0; g < groups; g++) {
      int from = g * GROUP;
      int to = Math.min(from + GROUP, block.count);
      int table = cheapest(sum(numbers, from, to), tables);
      selectors[g] = (byte) table;
      count(taken[table], numbers, from, to);
    }
  }

  private long sum(char[] numbers, int from, int to) {
    long total = 0;
    for (int i = from; i < to; i++) {
      total += sums[numbers[i]];
    }
    return total;
  }

  private static void count(int[] counts, char[] numbers, int from, int to) {
    for (int i = from; i < to; i++) {
      counts[numbers[i]]++;
    }
  }

  private static int cheapest(long total, int tables) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int t = 0; t < tables; t++) {
      int bits = (int) (total >>> (SUM_BITS * t)) & SUM_MASK;
      if (bits < least) {
        least = bits;
        best = t;
      }
    }
    return best;
  }

  /** A selector is its move-to-front place in unary, ended by a zero. */
  private long selectorBits(int tables) {
    int[] list = new int[tables];
    for (int t = 0; t < tables; t++) {
      list[t] = t;
    }
    long bits = 0;
    for (int g = 0; g < groups; g++) {
      int place = 0;
      while (list[place] != selectors[g]) {
        place++;
      }
      System.arraycopy(list, 0, list, 1, place);
      list[0] = selectors[g];
      bits += place + 1;
    }
    return bits;
  }

  /** Five bits for the first length, two for each step up or down, one to end each length. */
  private static long tableBits(int[] lengths, int codes) {
    long bits = 5;
    for (int v = 0, present = lengths[0]; v < codes; v++) {
      bits += 2L * Math.abs(lengths[v] - present) + 1;
      present = lengths[v];
    }
    return bits;
  }
}
