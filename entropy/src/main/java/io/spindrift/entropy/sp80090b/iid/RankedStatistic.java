package io.spindrift.entropy.sp80090b.iid;

/**
 * One of the 19 statistics of the symbols as they came, ranked among those of shuffled symbols.
 *
 * @param name short name as in the reference tool, such as {@code "covariance(8)"}
 * @param unpermuted value for the symbols as they came
 * @param above shuffles whose value was greater, C0
 * @param equal shuffles whose value was equal, C1
 * @param below shuffles whose value was smaller, C2
 * @param standing what the counters say
 */
public record RankedStatistic(
    String name, double unpermuted, int above, int equal, int below, Standing standing) {
  /** What the counters say of one statistic. */
  public enum Standing {
    /** More than five shuffles reached it from either side. */
    PASSED,
    /** At most five shuffles reached it, of all that the standard asks for. */
    FAILED,
    /** No shuffle reached it, of fewer than the standard asks for. */
    PROVISIONALLY_FAILED,
    /** Left open because another test had already settled the verdict. */
    UNDECIDED
  }

  /** Shuffles for which the statistic was evaluated. */
  public int shuffles() {
    return above + equal + below;
  }
}
