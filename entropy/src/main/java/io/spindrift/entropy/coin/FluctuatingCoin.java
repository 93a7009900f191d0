package io.spindrift.entropy.coin;

import io.spindrift.device.SwitchingModel;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.BernoulliCells;
import io.spindrift.numerics.random.RandomWords;
import io.spindrift.numerics.random.StreamKey;
import java.util.function.DoubleSupplier;

/**
 * One junction, reset and tossed at a steady rate, whose threshold moves while it is used.
 *
 * <p>Toss i is 1 with probability p(x), x being the fluctuation at its time and p the {@link
 * ThresholdResponse}. The fluctuation is sampled every h tosses, a power of two, and held between.
 * With M(m) the mean of p(x(0)) p(x(m h T)) for a toss period T, P(1) is the mean of p(x), and the
 * mean product of two bits that lie m h + r apart is (1 - r/h) M(m) + (r/h) M(m+1).
 *
 * <p>A block begins in the stationary distribution and depends on its key alone: it stands for a
 * measurement that begins at an arbitrary time. Blocks are independent; memory longer than a block
 * shows as a difference between blocks.
 */
public final class FluctuatingCoin implements StatedCoin {
  /** Most tosses that share one value of the fluctuation by default. */
  private static final int LONGEST_HOLD = 64;

  /** The default holds a value for at most this part of the fastest time of the fluctuation. */
  private static final double HELD_PART = 1.0 / 16;

  private static final int SINGLE_TOSSES = 8;
  private static final long PATH = 0x0F1C_7A7EL;

  private final String name;
  private final ThresholdResponse response;
  private final ThresholdFluctuation fluctuation;
  private final double periodSeconds;
  private final int holdTosses;
  private final double probabilityOfOne;

  /**
   * A coin with a known response.
   *
   * @param name what it is, for reports
   * @param response probability by shift of the threshold
   * @param fluctuation how the threshold moves
   * @param periodSeconds time from one toss to the next
   * @param holdTosses tosses that share one value, a power of two
   */
  public FluctuatingCoin(
      String name,
      ThresholdResponse response,
      ThresholdFluctuation fluctuation,
      double periodSeconds,
      int holdTosses) {
    this.name = name;
    this.response = response;
    this.fluctuation = fluctuation;
    this.periodSeconds = Require.positive("toss period", periodSeconds, "s");
    this.holdTosses = Require.inRange("tosses that share a threshold", holdTosses, 1, 1 << 30);
    if (Integer.bitCount(holdTosses) != 1) {
      throw new IllegalArgumentException(
          "tosses that share a threshold must be a power of two, but was " + holdTosses);
    }
    this.probabilityOfOne = fluctuation.mean(response::probability);
  }

  /**
   * The nominal junction of a model. A value of the fluctuation is held for as many tosses as fit
   * into a sixteenth of its fastest time, at most 64.
   */
  public static FluctuatingCoin of(
      SwitchingModel model,
      CoinPulse pulse,
      ThresholdFluctuation fluctuation,
      double periodSeconds) {
    Require.positive("toss period", periodSeconds, "s");
    double tosses = HELD_PART * fluctuation.fastestSeconds() / periodSeconds;
    return new FluctuatingCoin(
        "reset coin of " + model.name() + ", " + fluctuation.name(),
        ThresholdResponse.of(model, pulse, -1, fluctuation.reachVolts()),
        fluctuation,
        periodSeconds,
        Integer.highestOneBit((int) Math.clamp(tosses, 1, LONGEST_HOLD)));
  }

  /** Tosses that share one value of the fluctuation. */
  public int holdTosses() {
    return holdTosses;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double probabilityOfOne() {
    return probabilityOfOne;
  }

  @Override
  public double correlation(int lag) {
    Require.atLeast("lag", lag, 1);
    double rest = (double) (lag % holdTosses) / holdTosses;
    double product = (1 - rest) * meanProduct(lag / holdTosses);
    if (rest > 0) {
      product += rest * meanProduct(lag / holdTosses + 1);
    }
    return StatedCoin.correlation(product, probabilityOfOne);
  }

  private double meanProduct(int holds) {
    return fluctuation.meanProduct(response::probability, holds * (holdTosses * periodSeconds));
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    int count = PackedBits.wordsIn(words, bitCount);
    RandomWords stream = RandomWords.open(key);
    DoubleSupplier path = fluctuation.path(key.at(PATH), holdTosses * periodSeconds);
    double p = 0;
    for (int i = 0; i < count; i++) {
      if (holdTosses < 64) {
        words[i] = shortHolds(path, stream);
      } else {
        if (64L * i % holdTosses == 0) {
          p = response.probability(path.getAsDouble());
        }
        words[i] = BernoulliCells.word(p, stream);
      }
    }
    PackedBits.clearSpare(words, bitCount);
  }

  private long shortHolds(DoubleSupplier path, RandomWords stream) {
    long word = 0;
    for (int at = 0; at < 64; at += holdTosses) {
      double p = response.probability(path.getAsDouble());
      long bits =
          holdTosses <= SINGLE_TOSSES
              ? BernoulliCells.bits(p, holdTosses, stream)
              : BernoulliCells.word(p, stream) & PackedBits.lowest(holdTosses);
      word |= bits << at;
    }
    return word;
  }
}
