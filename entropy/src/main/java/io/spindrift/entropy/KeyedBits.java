package io.spindrift.entropy;

import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;

/** Keyed pseudo-random bits: the raw words of {@link RandomWords}, fair and unfolded. */
public final class KeyedBits implements BitSource {
  @Override
  public String name() {
    return "software bits (xoshiro256++)";
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    RandomWords.open(key).fill(words, 0, count);
    PackedBits.clearSpare(words, bitCount);
  }
}
