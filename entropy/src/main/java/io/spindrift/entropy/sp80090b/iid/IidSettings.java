package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.numerics.Require;

/**
 * How long the permutation tests go on.
 *
 * @param permutations shuffles after which a statistic that has not passed has failed; the standard
 *     asks for 10,000
 * @param strict whether a statistic that looks failing is followed to the last shuffle; otherwise a
 *     provisional verdict is given after {@link #provisionalAfter}
 */
public record IidSettings(int permutations, boolean strict) {
  /** Shuffles asked for by SP 800-90B, section 5.1. */
  public static final int STANDARD_PERMUTATIONS = 10_000;

  /**
   * Fewest shuffles before a provisional verdict: 36 tails of 18 statistics over 720 equally likely
   * ranks, a false alarm of at most one in twenty.
   */
  public static final int FEWEST_PROVISIONAL = 719;

  /** The same for the compression, many times dearer: 2 tails over 60 ranks. */
  public static final int FEWEST_COMPRESSIONS = 59;

  private static final double MILLION_SYMBOLS = 1e6;

  /** 10,000 shuffles, and a provisional verdict when data look failing. */
  public static final IidSettings PROVISIONAL = new IidSettings(STANDARD_PERMUTATIONS, false);

  /** 10,000 shuffles for every statistic that has not passed. */
  public static final IidSettings STRICT = new IidSettings(STANDARD_PERMUTATIONS, true);

  /**
   * Checks the count.
   *
   * @throws IllegalArgumentException for fewer than 12 shuffles, after which nothing can pass
   */
  public IidSettings {
    Require.atLeast("permutations", permutations, 12);
  }

  /**
   * Shuffles after which a statistic that no shuffle has reached fails provisionally: all of them
   * when strict, else {@link #FEWEST_PROVISIONAL}, and more in proportion when there are fewer than
   * a million symbols. Depends on the number of symbols alone, never on time.
   */
  public int provisionalAfter(int symbols) {
    return after(FEWEST_PROVISIONAL, symbols);
  }

  /** The same for the compression statistic, from {@link #FEWEST_COMPRESSIONS} on. */
  public int compressionProvisionalAfter(int symbols) {
    return after(FEWEST_COMPRESSIONS, symbols);
  }

  private int after(int fewest, int symbols) {
    double affordable = fewest * Math.max(1, MILLION_SYMBOLS / symbols);
    return strict ? permutations : (int) Math.min(permutations, affordable);
  }
}
