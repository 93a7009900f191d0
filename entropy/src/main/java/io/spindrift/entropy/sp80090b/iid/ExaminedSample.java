package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Symbols;
import java.util.Arrays;

/**
 * Symbols under assessment with what no shuffle changes. Two different symbols are called 0 and 1
 * in {@code values}, and keep their own values as {@code low} and {@code low + span}.
 */
@SuppressWarnings("ArrayRecordComponent")
record ExaminedSample(
    byte[] values,
    long[] counts,
    boolean binary,
    int low,
    int span,
    double rawMean,
    double median) {
  private static final int SYMBOLS = 256;

  static ExaminedSample of(Symbols symbols) {
    byte[] raw = symbols.values();
    long[] counts = new long[SYMBOLS];
    long total = 0;
    for (byte value : raw) {
      counts[value & 0xFF]++;
      total += value & 0xFF;
    }
    int[] present = present(counts);
    boolean binary = present.length == 2;
    byte[] values = raw;
    if (binary) {
      values = new byte[raw.length];
      for (int i = 0; i < raw.length; i++) {
        values[i] = (byte) ((raw[i] & 0xFF) == present[1] ? 1 : 0);
      }
    }
    return new ExaminedSample(
        values,
        counts,
        binary,
        binary ? present[0] : 0,
        binary ? present[1] - present[0] : 1,
        total / (double) raw.length,
        binary ? 0.5 : median(counts, raw.length));
  }

  private static int[] present(long[] counts) {
    int[] present = new int[SYMBOLS];
    int found = 0;
    for (int value = 0; value < SYMBOLS; value++) {
      if (counts[value] > 0) {
        present[found++] = value;
      }
    }
    return Arrays.copyOf(present, found);
  }

  /** The middle value, or the mean of the two middle values. */
  private static double median(long[] counts, int length) {
    return (ranked(counts, (length - 1) / 2) + ranked(counts, length / 2)) / 2.0;
  }

  private static int ranked(long[] counts, int rank) {
    long before = counts[0];
    int value = 0;
    while (before <= rank) {
      before += counts[++value];
    }
    return value;
  }

  int length() {
    return values.length;
  }

  /** Different symbols that occur. */
  int alphabet() {
    return present(counts).length;
  }

  /** The symbols that occur, least first. */
  int[] present() {
    return present(counts);
  }

  /** Sum of {@code values}. */
  long total() {
    if (binary) {
      return counts[low + span];
    }
    long total = 0;
    for (int value = 0; value < SYMBOLS; value++) {
      total += value * counts[value];
    }
    return total;
  }

  /** The least symbol that is not below the median. */
  int threshold() {
    return (int) Math.ceil(median);
  }
}
