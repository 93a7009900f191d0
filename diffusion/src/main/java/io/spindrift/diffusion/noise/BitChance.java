package io.spindrift.diffusion.noise;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * Uniform numbers made of k successive bits of a supply, of which the first is the least
 * significant.
 *
 * <p>A block is drawn in runs of at most 65536 / k numbers; run j takes the bits of {@code
 * key.at(j)}, so a shorter block is the beginning of a longer one.
 */
public final class BitChance implements ChanceSource {
  private static final int RUN_BITS = 1 << 16;

  private final BitSupply supply;
  private final StreamKey key;
  private final int bits;

  /**
   * Numbers of {@code bits} bits, 1 to 32.
   *
   * @param key root of all blocks
   */
  public BitChance(BitSupply supply, StreamKey key, int bits) {
    this.supply = supply;
    this.key = key;
    this.bits = Require.inRange("bits of a uniform number", bits, 1, MOST_BITS);
  }

  @Override
  public String name() {
    return "numbers of " + bits + " bits of " + supply.name();
  }

  @Override
  public int bits() {
    return bits;
  }

  @Override
  public void fill(String purpose, long image, long step, int[] uniform, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, uniform.length);
    BitSource source = supply.at(image, step);
    StreamKey block = key.purpose(purpose).at(image, step);
    int run = RUN_BITS / bits;
    long[] words = new long[PackedBits.words(Math.min(length, run) * bits)];
    for (int done = 0, j = 0; done < length; done += run, j++) {
      int numbers = Math.min(run, length - done);
      source.fill(block.at(j), words, numbers * bits);
      unpack(words, numbers, uniform, offset + done);
    }
  }

  private void unpack(long[] words, int numbers, int[] uniform, int offset) {
    int rest = MOST_BITS - bits;
    for (int i = 0, start = 0; i < numbers; i++, start += bits) {
      int word = start >>> 6;
      int shift = start & 63;
      long low = words[word] >>> shift;
      // What lies above bit 31 is lost in the int, what lies above k in the shift to the top.
      uniform[offset + i] =
          (int) (shift + bits <= 64 ? low : low | (words[word + 1] << (64 - shift))) << rest;
    }
  }

  /**
   * P(u &lt; threshold) when the bits are independent ones of P(1) = {@code probabilityOfOne}.
   *
   * <p>Digit by digit from the most significant: u is smaller when all higher digits agree and this
   * one is 0 where the threshold has 1.
   */
  public double below(long threshold, double probabilityOfOne) {
    Require.inRange("probability of a one", probabilityOfOne, 0, 1, "");
    if (threshold >= 1L << MOST_BITS) {
      return 1;
    }
    double agree = 1;
    double below = 0;
    for (int digit = MOST_BITS - 1; digit >= MOST_BITS - bits; digit--) {
      boolean one = (threshold >>> digit & 1) == 1;
      below += one ? agree * (1 - probabilityOfOne) : 0;
      agree *= one ? probabilityOfOne : 1 - probabilityOfOne;
    }
    return below;
  }
}
