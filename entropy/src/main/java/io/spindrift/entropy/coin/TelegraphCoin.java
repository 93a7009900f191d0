package io.spindrift.entropy.coin;

import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;

/**
 * One junction, reset and tossed at a steady rate, whose threshold jumps between two levels.
 *
 * <p>A toss is 1 with probability p_0 or p_1. The level stays for exponential times of mean tau_0
 * and tau_1 and is seen once per toss period T: with q = tau_1/(tau_0+tau_1) and c = exp(-T/tau_0 -
 * T/tau_1), level 0 is left between two tosses with probability q (1-c) and level 1 with
 * (1-q)(1-c). So P = P(1) = (1-q) p_0 + q p_1, and tosses k apart have the correlation q (1-q)
 * (p_1-p_0)^2 c^k / (P - P^2).
 *
 * <p>A block begins in the stationary distribution and depends on its key alone; blocks are
 * independent, see {@link FluctuatingCoin}.
 */
public final class TelegraphCoin implements StatedCoin {
  private static final int BLOCK = BernoulliCells.BLOCK;
  private static final long LEVEL = 0x7E1E_62A9L;

  private final String name;
  private final BernoulliCells low;
  private final BernoulliCells high;
  private final double highShare;
  private final double stay;
  private final double logStayLow;
  private final double logStayHigh;

  /**
   * A coin whose two probabilities are known.
   *
   * @param name what it is, for reports
   * @param lowProbability p_0
   * @param highProbability p_1
   * @param lowSeconds tau_0, mean stay at level 0
   * @param highSeconds tau_1, mean stay at level 1
   * @param periodSeconds T, time from one toss to the next
   */
  public TelegraphCoin(
      String name,
      double lowProbability,
      double highProbability,
      double lowSeconds,
      double highSeconds,
      double periodSeconds) {
    this.name = name;
    this.low = BernoulliCells.uniform(lowProbability);
    this.high = BernoulliCells.uniform(highProbability);
    Require.positive("mean stay at the low level", lowSeconds, "s");
    Require.positive("mean stay at the high level", highSeconds, "s");
    Require.positive("toss period", periodSeconds, "s");
    this.highShare = highSeconds / (lowSeconds + highSeconds);
    double rate = periodSeconds / lowSeconds + periodSeconds / highSeconds;
    this.stay = Math.exp(-rate);
    double change = -StrictMath.expm1(-rate);
    this.logStayLow = StrictMath.log1p(-highShare * change);
    this.logStayHigh = StrictMath.log1p(-(1 - highShare) * change);
  }

  /**
   * The nominal junction of a model, whose pulse is effectively {@code shiftVolts} higher at level
   * 1.
   */
  public static TelegraphCoin of(
      SwitchingModel model,
      CoinPulse pulse,
      double shiftVolts,
      double lowSeconds,
      double highSeconds,
      double periodSeconds) {
    return new TelegraphCoin(
        "reset coin of " + model.name() + ", telegraph threshold",
        probability(model, pulse, 0),
        probability(model, pulse, Require.finite("telegraph shift", shiftVolts, "V")),
        lowSeconds,
        highSeconds,
        periodSeconds);
  }

  private static double probability(SwitchingModel model, CoinPulse pulse, double shiftVolts) {
    return model.probability(
        pulse.from(),
        pulse.voltageVolts() + shiftVolts,
        pulse.pulseSeconds(),
        pulse.temperatureKelvin(),
        -1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double probabilityOfOne() {
    return (1 - highShare) * low.probability(0) + highShare * high.probability(0);
  }

  @Override
  public double correlation(int lag) {
    Require.atLeast("lag", lag, 1);
    double p = probabilityOfOne();
    double step = high.probability(0) - low.probability(0);
    double covariance = highShare * (1 - highShare) * step * step * Math.pow(stay, lag);
    return StatedCoin.correlation(p * p + covariance, p);
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    drawLevels(RandomWords.open(key.at(LEVEL)), words, count);
    RandomWords stream = RandomWords.open(key);
    long[] atLow = new long[BLOCK];
    long[] atHigh = new long[BLOCK];
    for (int at = 0; at < count; at += BLOCK) {
      low.draw(0, stream, atLow, 0, BLOCK);
      high.draw(0, stream, atHigh, 0, BLOCK);
      for (int i = 0; i < Math.min(BLOCK, count - at); i++) {
        long level = words[at + i];
        words[at + i] = (level & atHigh[i]) | (~level & atLow[i]);
      }
    }
    PackedBits.clearSpare(words, bitCount);
  }

  /**
   * Sets the bits of the tosses that meet level 1; the first stay is like any, having no memory.
   */
  private void drawLevels(RandomWords stream, long[] words, int count) {
    boolean level = stream.nextDouble() < highShare;
    long end = 64L * count;
    for (int i = 0; i < count; i++) {
      words[i] = 0;
    }
    for (long at = 0; at < end; level = !level) {
      double logStay = level ? logStayHigh : logStayLow;
      double tosses = 1 + Math.floor(StrictMath.log(1 - stream.nextDouble()) / logStay);
      long next = tosses < end - at ? at + (long) tosses : end;
      if (level) {
        set(words, at, next);
      }
      at = next;
    }
  }

  private static void set(long[] words, long from, long to) {
    int first = (int) (from >>> 6);
    int last = (int) ((to - 1) >>> 6);
    long head = -1L << from;
    long tail = PackedBits.lowest((int) (to - 64L * last));
    if (first == last) {
      words[first] |= head & tail;
      return;
    }
    words[first] |= head;
    for (int i = first + 1; i < last; i++) {
      words[i] = -1L;
    }
    words[last] |= tail;
  }
}
