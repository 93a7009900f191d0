package io.spindrift.entropy.coin;

import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;

/**
 * A row of independent junctions of one kind, read one after the other and again from the first.
 *
 * <p>Bit i is toss i / columns of junction i mod columns, whose block is that of {@code key.at(i
 * mod columns)}. P(1) is that of the junction; bits k columns apart have the correlation that the
 * junction has at lag k, all others none.
 */
public final class InterleavedCoin implements StatedCoin {
  private final StatedCoin junction;
  private final int columns;

  /** A row of {@code columns} junctions, a multiple of 64. */
  public InterleavedCoin(StatedCoin junction, int columns) {
    this.junction = junction;
    this.columns = Require.atLeast("columns", columns, 64);
    if (columns % 64 != 0) {
      throw new IllegalArgumentException("columns must be a multiple of 64, but was " + columns);
    }
  }

  @Override
  public String name() {
    return columns + " junctions in turn, each a " + junction.name();
  }

  @Override
  public double probabilityOfOne() {
    return junction.probabilityOfOne();
  }

  @Override
  public double correlation(int lag) {
    Require.atLeast("lag", lag, 1);
    return lag % columns == 0 ? junction.correlation(lag / columns) : 0;
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    int rowWords = columns / 64;
    int tosses = Math.ceilDiv(count, rowWords);
    long[][] blocks = new long[64][PackedBits.words(tosses)];
    long[] square = new long[64];
    for (int group = 0; group < Math.min(rowWords, count); group++) {
      for (int j = 0; j < 64; j++) {
        junction.fill(key.at(64L * group + j), blocks[j], tosses);
      }
      for (int toss = 0; toss < tosses; toss += 64) {
        for (int j = 0; j < 64; j++) {
          square[j] = blocks[j][toss / 64];
        }
        transpose(square);
        for (int t = 0; t < Math.min(64, tosses - toss); t++) {
          int at = (toss + t) * rowWords + group;
          if (at < count) {
            words[at] = square[t];
          }
        }
      }
    }
    PackedBits.clearSpare(words, bitCount);
  }

  /**
   * Turns a square of 64 by 64 bits: bit t of word j becomes bit j of word t. Warren, "Hacker's
   * Delight", section 7-3: quarters are exchanged, then the quarters of quarters.
   */
  private static void transpose(long[] square) {
    long mask = 0x0000_0000_FFFF_FFFFL;
    for (int half = 32; half != 0; half >>= 1, mask ^= mask << half) {
      for (int j = 0; j < 64; j = ((j | half) + 1) & ~half) {
        long exchange = ((square[j] >>> half) ^ square[j | half]) & mask;
        square[j | half] ^= exchange;
        square[j] ^= exchange << half;
      }
    }
  }
}
