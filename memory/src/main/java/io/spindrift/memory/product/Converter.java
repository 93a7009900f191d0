package io.spindrift.memory.product;

import io.spindrift.numerics.Require;

/**
 * A uniform mid-tread analogue-to-digital converter of k bits.
 *
 * <p>Code c in {0 .. L - 1}, L at most 2^k, stands for the level x_0 + c s. A value x takes the
 * code
 *
 * <pre>c = clamp(floor((x - x_0) / s + 1/2), 0, L - 1),</pre>
 *
 * <p>the nearest level, the upper one of two that are equally near, the outermost one beyond the
 * range. Where the values spread smoothly over several steps inside the range, the error of the
 * level is uniform, uncorrelated with the value and of variance s^2/12 (W. R. Bennett, Bell Syst.
 * Tech. J. 27, 446 (1948)); {@link ConversionError} is exact where they do not.
 *
 * <p>A conversion is counted as 2^k steps, what a converter spends that counts up to its code or
 * that compares with every level at once.
 *
 * @param bits k
 * @param lowest x_0, in counts
 * @param step s, in counts
 * @param levels L, codes that are used
 */
public record Converter(int bits, double lowest, double step, int levels) {
  /** Most bits of a conversion. */
  public static final int MOST_BITS = 24;

  /** Checks bits and step. */
  public Converter {
    Require.inRange("bits of a conversion", bits, 1, MOST_BITS);
    Require.finite("lowest level", lowest, "");
    Require.positive("step of a conversion", step, "");
    Require.inRange("levels of a conversion", levels, 2, 1 << bits);
  }

  /**
   * Levels from {@code low} to {@code high}, which are integers, no finer than one count: a
   * converter that has a code for every count has one level on each of them.
   */
  public static Converter counts(int bits, double low, double high) {
    Require.inRange("bits of a conversion", bits, 1, MOST_BITS);
    Require.positive("range of a conversion", high - low, "");
    int levels = 1 << bits;
    return new Converter(bits, low, Math.max(1, (high - low) / (levels - 1)), levels);
  }

  /**
   * Levels from {@code -reach} to {@code reach} and at zero, no finer than one count. One of the
   * codes is left unused, so that both ends are alike.
   */
  public static Converter signedCounts(int bits, double reach) {
    Require.inRange("bits of a signed conversion", bits, 2, MOST_BITS);
    Require.positive("reach of a conversion", reach, "");
    int half = (1 << (bits - 1)) - 1;
    double step = Math.max(1, reach / half);
    return new Converter(bits, -half * step, step, 2 * half + 1);
  }

  /** Steps that one conversion takes. */
  public long steps() {
    return 1L << bits;
  }

  /** The outermost level. */
  public double highest() {
    return level(levels - 1);
  }

  /** The code of a finite value. */
  public int code(double value) {
    double nearest = Math.floor((value - lowest) / step + 0.5);
    return (int) Math.clamp(nearest, 0, levels - 1);
  }

  /** The level that a code stands for. */
  public double level(int code) {
    return lowest + code * step;
  }

  /** The level nearest to a finite value. */
  public double quantise(double value) {
    return level(code(value));
  }

  /** The variance of the error where Bennett's conditions hold. */
  public double quantisationVariance() {
    return step * step / 12;
  }
}
