package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.ArrayList;
import java.util.List;

/** How outcomes of the tests are put together: one p-value, or one reason for every parameter. */
final class Applicability {
  /** A single result. */
  static List<TestResult> one(String test, String parameter, CheckOutcome outcome) {
    return List.of(new TestResult(test, parameter, outcome));
  }

  /** Whether the sequence has fewer bits than the test needs. */
  static boolean tooShort(BitSequence bits, int needed) {
    return bits.length() < needed;
  }

  /** The reason of a sequence that is too short. */
  static NotApplicable tooShortFor(int needed, BitSequence bits) {
    return new NotApplicable("needs " + needed + " bits, has " + bits.length());
  }

  /** The same reason for each parameter. */
  static List<TestResult> none(String test, List<String> parameters, NotApplicable reason) {
    List<TestResult> results = new ArrayList<>(parameters.size());
    for (String parameter : parameters) {
      results.add(new TestResult(test, parameter, reason));
    }
    return List.copyOf(results);
  }

  /** Judges a chi-square statistic. */
  static Judged chiSquare(double degrees, double chiSquare) {
    return new Judged(UpperGamma.chiSquareTail(degrees, chiSquare), chiSquare);
  }

  /** Judges a standard-normal statistic by both tails: p = erfc(|z| / sqrt 2). */
  static Judged normal(double z) {
    return new Judged(UpperGamma.erfc(Math.abs(z) / Math.sqrt(2)), z);
  }

  /** sum (observed - expected)^2 / expected, with expected = total * share. */
  static double chiSquareOf(int[] observed, double[] shares, double total) {
    double sum = 0;
    for (int i = 0; i < observed.length; i++) {
      double expected = total * shares[i];
      double excess = observed[i] - expected;
      sum += excess * excess / expected;
    }
    return sum;
  }

  private Applicability() {}
}
