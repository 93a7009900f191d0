package io.spindrift.entropy;

import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/** The software reference: the raw words of the keyed stream (xoshiro256++), fair and unfolded. */
public final class KeyedBits implements BitSource {
  @Override
  public String name() {
    return "software bits (xoshiro256++)";
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    RandomStream stream = key.open();
    for (int i = 0; i < count; i++) {
      words[i] = stream.nextLong();
    }
    PackedBits.clearSpare(words, bitCount);
  }
}
