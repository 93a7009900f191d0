package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.function.DoubleUnaryOperator;

/** How the coins of a probability tree get their probabilities. */
public sealed interface TreeCoins {
  /** What the coins are made of, in a few words. */
  String name();

  /** The probability that a coin meant to have {@code wanted} really has, in (0, 1). */
  double achieved(double wanted);

  /** Mean number of bits that one toss of such a coin takes. */
  double expectedBits(double wanted);

  /** Opens the coins of one chunk; {@code wanted} are the probabilities of all nodes. */
  Tosses open(StreamKey key, double[] wanted);

  /** Tosses within one chunk. */
  @FunctionalInterface
  interface Tosses {
    /** Tosses the coin of a node: true with its probability. */
    boolean toss(int node);
  }

  /**
   * Coins made of fair bits, compared one by one with the binary expansion of the probability,
   * which is rounded to 32 digits. A toss takes 2 - 2^(1-L) bits on average, L being the digits up
   * to the last one.
   *
   * @param source where the fair bits come from
   */
  record FairBits(BitSource source) implements TreeCoins {
    private static final int DIGITS = 32;

    @Override
    public String name() {
      return "bits of " + source.name();
    }

    @Override
    public double achieved(double wanted) {
      return Math.scalb((double) threshold(wanted), -DIGITS);
    }

    private static long threshold(double wanted) {
      return Math.clamp(Math.round(Math.scalb(wanted, DIGITS)), 1, (1L << DIGITS) - 1);
    }

    private static int digits(double wanted) {
      return DIGITS - Long.numberOfTrailingZeros(threshold(wanted));
    }

    @Override
    public double expectedBits(double wanted) {
      return 2 - Math.scalb(1.0, 1 - digits(wanted));
    }

    @Override
    public Tosses open(StreamKey key, double[] wanted) {
      long[] expansion = new long[wanted.length];
      int[] digits = new int[wanted.length];
      for (int node = 0; node < wanted.length; node++) {
        expansion[node] = Long.reverse(threshold(wanted[node])) >>> (64 - DIGITS);
        digits[node] = digits(wanted[node]);
      }
      BitTape tape = new BitTape(source, key);
      return node -> tape.below(expansion[node], digits[node]);
    }
  }

  /**
   * Junctions tuned to every probability, one toss a level; simulated by 53-bit uniforms.
   *
   * @param name what they are, in a few words
   * @param tuning the probability that a junction really has, given the one it is tuned to
   */
  record Tuned(String name, DoubleUnaryOperator tuning) implements TreeCoins {
    @Override
    public double achieved(double wanted) {
      return Require.inRange(
          "tuned probability", tuning.applyAsDouble(wanted), 0x1p-53, 1 - 0x1p-53, "");
    }

    @Override
    public double expectedBits(double wanted) {
      return 1;
    }

    @Override
    public Tosses open(StreamKey key, double[] wanted) {
      double[] achieved = new double[wanted.length];
      for (int node = 0; node < wanted.length; node++) {
        achieved[node] = achieved(wanted[node]);
      }
      RandomWords words = RandomWords.open(key);
      return node -> Math.scalb((double) (words.nextLong() >>> 11), -53) < achieved[node];
    }
  }
}
