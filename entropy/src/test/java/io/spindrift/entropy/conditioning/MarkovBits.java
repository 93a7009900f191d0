package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;

/** A stationary two-state Markov chain, one plain toss after another. */
record MarkovBits(double onesShare, double correlation) implements BitSource {
  @Override
  public String name() {
    return "Markov bits";
  }

  /** P(1) after a bit. */
  double next(int bit) {
    return onesShare + correlation * (bit - onesShare);
  }

  /** Probability of the lowest {@code length} bits of a word, the lowest one first. */
  double probability(int word, int length) {
    double product = 1;
    for (int i = 0; i < length; i++) {
      int bit = (word >>> i) & 1;
      double one = i == 0 ? onesShare : next((word >>> (i - 1)) & 1);
      product *= bit == 1 ? one : 1 - one;
    }
    return product;
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    RandomStream stream = key.open();
    int bit = stream.nextDouble() < onesShare ? 1 : 0;
    for (int i = 0; i < count; i++) {
      long word = 0;
      for (int j = 0; j < 64; j++) {
        word |= (long) bit << j;
        bit = stream.nextDouble() < next(bit) ? 1 : 0;
      }
      words[i] = word;
    }
    PackedBits.clearSpare(words, bitCount);
  }
}
