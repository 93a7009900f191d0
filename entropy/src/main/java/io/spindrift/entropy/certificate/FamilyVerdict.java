package io.spindrift.entropy.certificate;

import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.TestResult;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.statistics.HolmProcedure;
import java.util.ArrayList;
import java.util.List;

/**
 * What several tests say together: Holm's procedure, which holds however the tests depend on each
 * other.
 *
 * <p>In rising order of p, the i-th of m judged results (from 0) is rejected while p <= level / (m
 * - i). Data of which every null hypothesis is true are rejected with a probability of at most
 * {@code level}. Results that do not apply are no part of m. Source: S. Holm, Scand. J. Statist. 6
 * (1979).
 *
 * @param level family-wise probability of rejecting good data
 * @param judged number m of results with a p-value
 * @param verdict what they say together
 * @param members every result, in the order given, with its own fate
 */
public record FamilyVerdict(double level, int judged, Verdict verdict, List<Member> members) {
  /** What all applicable results say together. */
  public enum Verdict {
    /** No result is rejected. */
    PASSED,
    /** At least one result is rejected. */
    FAILED,
    /** No result was applicable. */
    UNDECIDED
  }

  /**
   * One result within the family.
   *
   * @param result the result
   * @param rejected whether Holm's procedure rejects it
   */
  public record Member(TestResult result, boolean rejected) {
    /** Whether there is a p-value. */
    public boolean applicable() {
      return result.outcome() instanceof Judged;
    }

    /** Test and parameter in a few words. */
    public String title() {
      return result.parameter().isEmpty()
          ? result.test()
          : result.test() + " " + result.parameter();
    }
  }

  /** Copies the list. */
  public FamilyVerdict {
    members = List.copyOf(members);
  }

  /**
   * Judges results at a family-wise level.
   *
   * @throws IllegalArgumentException when the level is not in [1e-9, 0.5]
   */
  public static FamilyVerdict of(List<TestResult> results, double level) {
    Require.inRange("family-wise level", level, 1e-9, 0.5, "");
    List<Integer> places = new ArrayList<>();
    List<Double> pValues = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).outcome() instanceof Judged judged) {
        places.add(i);
        pValues.add(judged.pValue());
      }
    }
    double[] all = pValues.stream().mapToDouble(Double::doubleValue).toArray();
    List<Integer> fallen = HolmProcedure.rejected(all, level);
    boolean[] rejected = new boolean[results.size()];
    fallen.forEach(i -> rejected[places.get(i)] = true);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < rejected.length; i++) {
      members.add(new Member(results.get(i), rejected[i]));
    }
    Verdict verdict =
        places.isEmpty() ? Verdict.UNDECIDED : fallen.isEmpty() ? Verdict.PASSED : Verdict.FAILED;
    return new FamilyVerdict(level, places.size(), verdict, members);
  }

  /** Whether nothing is rejected and something was judged. */
  public boolean passed() {
    return verdict == Verdict.PASSED;
  }

  /** The rejected results. */
  public List<Member> rejected() {
    return members.stream().filter(Member::rejected).toList();
  }

  /** The level that the smallest p-value has to fall below, level / m. */
  public double share() {
    return level / Math.max(1, judged);
  }
}
