package io.spindrift.diffusion.noise;

import io.spindrift.numerics.Require;
import java.util.Locale;

/**
 * A bias that walks away linearly after each calibration.
 *
 * <p>With t the index that the clock counts and N the number of indices between two calibrations,
 * the probability of a one is larger than at calibration by
 *
 * <pre>D (t mod N) / N.</pre>
 *
 * <p>Over a whole interval its mean is D (N - 1) / (2 N) and its variance D^2 (N^2 - 1) / (12 N^2).
 * Within one block, the noise of one image in one step, the bias does not move.
 *
 * @param amount D, of either sign: what would be reached at the end of an interval
 * @param clock what is counted
 * @param interval N
 */
public record BiasDrift(double amount, Clock clock, long interval) {
  /** The bias stays where calibration put it. */
  public static final BiasDrift NONE = new BiasDrift(0, Clock.STEP, 1);

  /** What is counted between two calibrations. */
  public enum Clock {
    /** Training or sampling steps: the bias walks while an image is made. */
    STEP,
    /** Images: the bias walks from one image to the next and is the same in all their steps. */
    IMAGE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks the ranges. */
  public BiasDrift {
    Require.inRange("drift of the probability of a one", amount, -1, 1, "");
    Require.atLeast("interval between calibrations", interval, 1);
  }

  /** The largest shift that is reached: D (N - 1) / N. */
  public double last() {
    return amount * (interval - 1) / interval;
  }

  /** Whether the bias moves at all. */
  public boolean any() {
    return last() != 0;
  }

  /** The shift in a block, D (t mod N) / N. */
  public double at(long image, long step) {
    long t =
        switch (clock) {
          case STEP -> step;
          case IMAGE -> image;
        };
    return amount * Math.floorMod(t, interval) / interval;
  }

  /** Mean shift over an interval. */
  public double mean() {
    return 0.5 * last();
  }

  /** Variance of the shift over an interval. */
  public double variance() {
    double n = interval;
    return amount * amount * (n * n - 1) / (12 * n * n);
  }
}
