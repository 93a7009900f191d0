package io.spindrift.entropy.coin;

import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.Locale;

/** Independent software bits that are 1 with one probability: a coin of known bias. */
public final class KeyedCoin implements StatedCoin {
  private final double probability;
  private final BernoulliCells cells;

  /** A coin with P(1) = {@code probability}, exact to 2^-64. */
  public KeyedCoin(double probability) {
    this.probability = Require.inRange("probability of one", probability, 0, 1, "");
    this.cells = BernoulliCells.uniform(probability);
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "software coin of P(1) = %.6g", probability);
  }

  @Override
  public double probabilityOfOne() {
    return probability;
  }

  /** Zero: tosses are independent. */
  @Override
  public double correlation(int lag) {
    Require.atLeast("lag", lag, 1);
    return 0;
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    cells.draw(0, RandomWords.open(key), words, 0, count);
    PackedBits.clearSpare(words, bitCount);
  }
}
