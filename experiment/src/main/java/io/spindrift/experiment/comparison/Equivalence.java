package io.spindrift.experiment.comparison;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.numerics.Require;
import java.util.Locale;

/**
 * Whether a difference is shown to be smaller, or larger, than a margin.
 *
 * <p>Two one-sided tests: that the difference is at least the margin m, and at most -m, are both
 * rejected at level alpha. Their p-value is the larger of the two, and the verdict EQUIVALENT is
 * the same as an interval of 1 - 2 alpha within (-m, m). DIFFERENT is the mirror image: an interval
 * of 1 - alpha that lies beyond m or beyond -m, p twice the smaller of both tails. Each wrong
 * verdict has a probability of at most alpha. A difference that is not zero may well be EQUIVALENT.
 *
 * <p>Source: D. J. Schuirmann, J. Pharmacokinet. Biopharm. 15 (1987) 657.
 *
 * @param difference the mean difference
 * @param margin m
 * @param alpha probability of a wrong verdict
 */
public record Equivalence(MeanDifference difference, double margin, double alpha) {
  /** The usual probability of a wrong verdict. */
  public static final double ALPHA = 0.05;

  /** Checks the ranges. */
  public Equivalence {
    Require.positive("margin", margin, "");
    Require.inRange("alpha", alpha, 1e-6, 0.25, "");
  }

  /** Tests at the usual level. */
  public static Equivalence of(MeanDifference difference, double margin) {
    return new Equivalence(difference, margin, ALPHA);
  }

  /** p-value of "the difference is the margin or more, either way". */
  public double pEquivalent() {
    return Math.max(difference.pBelow(margin), difference.pAbove(-margin));
  }

  /** p-value of "the difference is the margin or less, either way". */
  public double pDifferent() {
    return Math.min(1, 2 * Math.min(difference.pAbove(margin), difference.pBelow(-margin)));
  }

  /** p-value of "there is no difference at all". */
  public double pZero() {
    return Math.min(1, 2 * Math.min(difference.pAbove(0), difference.pBelow(0)));
  }

  /** The verdict. */
  public Verdict verdict() {
    return pEquivalent() < alpha
        ? Verdict.EQUIVALENT
        : pDifferent() < alpha ? Verdict.DIFFERENT : Verdict.UNDECIDED;
  }

  /** The smallest margin for which this difference would have been EQUIVALENT. */
  public double smallestMargin() {
    Estimate interval = difference.interval(1 - 2 * alpha);
    return Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
  }

  /** The interval that decides between EQUIVALENT and UNDECIDED, of 1 - 2 alpha. */
  public Estimate interval() {
    return difference.interval(1 - 2 * alpha);
  }

  /** The verdict in words, with its numbers. */
  public String sentence() {
    Estimate interval = interval();
    String numbers =
        "difference "
            + Digits.of(difference.mean())
            + ", "
            + Math.round(100 * (1 - 2 * alpha))
            + " % interval ["
            + Digits.of(interval.low())
            + ", "
            + Digits.of(interval.high())
            + "], margin "
            + Digits.of(margin);
    return verdict() + ": " + meaning() + " (" + numbers + ")." + reach();
  }

  private String meaning() {
    return switch (verdict()) {
      case EQUIVALENT ->
          "hardware and software noise differ by less than the margin, p = "
              + number(pEquivalent())
              + (pZero() < alpha ? ", though not by nothing, p = " + number(pZero()) : "");
      case DIFFERENT ->
          "hardware noise is "
              + (difference.mean() > 0 ? "above" : "below")
              + " software noise by more than the margin, p = "
              + number(pDifferent());
      case UNDECIDED ->
          "a difference of the margin is neither shown nor excluded, p = "
              + number(pEquivalent())
              + " for equivalence and "
              + number(pDifferent())
              + " for more than the margin; these numbers would show a margin of "
              + Digits.of(smallestMargin());
    };
  }

  private String reach() {
    if (!difference.overSeeds()) {
      return " It holds for these two networks and other images of theirs; one seed says nothing"
          + " about another training.";
    }
    return verdict() == Verdict.UNDECIDED
        ? " " + difference.pairs() + " seeds were compared."
        : " It holds for trainings with other seeds: " + difference.pairs() + " were compared.";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
