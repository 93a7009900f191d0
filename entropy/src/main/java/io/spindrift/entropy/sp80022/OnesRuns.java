package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.PackedBits;

/** Runs of ones, found 64 positions at a time by shifting a pair of words onto itself. */
final class OnesRuns {
  /**
   * Positions of {@code low} at which {@code length} ones begin that may reach into {@code high}.
   *
   * @param low the 64 bits searched, first one lowest
   * @param high the 64 bits that follow them
   * @param length run length in bits, 1 to 64
   */
  static long starts(long low, long high, int length) {
    int have = 1;
    long l = low;
    long h = high;
    while (have < length) {
      int shift = Math.min(have, length - have);
      l &= (l >>> shift) | (h << (64 - shift));
      h &= h >>> shift;
      have += shift;
    }
    return l;
  }

  /** The longest run of ones among the bits [from, to), or {@code cap}, at most 64, if longer. */
  static int longest(BitSequence bits, int from, int to, int cap) {
    int longest = 0;
    long low = bits.word(from) & PackedBits.lowest(to - from);
    for (int at = from; at < to; at += 64) {
      int rest = to - at - 64;
      long high = rest > 0 ? bits.word(at + 64) & PackedBits.lowest(rest) : 0;
      while (longest < cap && starts(low, high, longest + 1) != 0) {
        longest++;
      }
      low = high;
    }
    return longest;
  }

  private OnesRuns() {}
}
