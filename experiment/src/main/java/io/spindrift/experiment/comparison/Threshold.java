package io.spindrift.experiment.comparison;

import java.util.Locale;

/** The size of an imperfection at which a metric begins to exceed software by a margin. */
public sealed interface Threshold {
  /** One sentence for a reader; {@code knob} names the imperfection. */
  String sentence(String knob);

  /**
   * It lies within the sweep.
   *
   * @param size the threshold
   * @param near end of its interval of 95 % towards no imperfection; the first size of the sweep
   *     when it may lie before it
   * @param far other end; the last size when it may lie beyond it
   * @param mayPrecede whether it may lie before the first size
   * @param mayFollow whether it may lie beyond the last size
   */
  record Within(double size, double near, double far, boolean mayPrecede, boolean mayFollow)
      implements Threshold {
    @Override
    public String sentence(String knob) {
      return String.format(
          Locale.ROOT,
          "The metric exceeds software by the margin from %s = %s on, 95 %% interval from %s%s"
              + " to %s%s.",
          knob,
          Digits.of(size),
          mayPrecede ? "before " : "",
          Digits.of(near),
          mayFollow ? "beyond " : "",
          Digits.of(far));
    }
  }

  /**
   * The metric stays within the margin at every size.
   *
   * @param last the largest imperfection of the sweep
   * @param near the imperfection that is borne with 95 % confidence, {@code last} when all are
   * @param share share of the replicates that did exceed the margin somewhere
   */
  record NotReached(double last, double near, double share) implements Threshold {
    @Override
    public String sentence(String knob) {
      String whole =
          String.format(
              Locale.ROOT,
              "The margin is not reached: the metric stays within it up to %s = %s",
              knob,
              Digits.of(last));
      return near == last
          ? whole + "."
          : whole
              + String.format(
                  Locale.ROOT,
                  ", shown with 95 %% confidence up to %s (%.2g of the replicates exceed it"
                      + " later).",
                  Digits.of(near),
                  share);
    }
  }

  /**
   * The metric lies beyond the margin at the smallest imperfection already.
   *
   * @param first the smallest imperfection of the sweep
   * @param far the imperfection by which it is exceeded with 95 % confidence
   * @param share share of the replicates that exceeded the margin at the first size
   */
  record Before(double first, double far, double share) implements Threshold {
    @Override
    public String sentence(String knob) {
      return String.format(
          Locale.ROOT,
          "The margin is exceeded at the first size already, %s = %s (in %.2g of the replicates;"
              + " with 95 %% confidence by %s): smaller imperfections would tell.",
          knob,
          Digits.of(first),
          share,
          Digits.of(far));
    }
  }
}
