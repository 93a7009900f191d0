package io.spindrift.entropy.sp80022;

import java.util.OptionalDouble;

/**
 * What one test and parameter found over all sequences.
 *
 * @param test name of the test
 * @param parameter what tells outcomes of the same test apart; may be empty
 * @param sequences sequences judged
 * @param applicable sequences to which the test applies
 * @param passed those whose p-value is at least {@link ProportionCheck#ALPHA}
 * @param reason why it does not apply to the first of the others; empty when it applies to all
 * @param poolingLimit the most sequences whose outcomes are pooled, see {@link PoolingLimit}
 * @param proportionPValue p-value of the number that passed, for two sequences or more
 * @param uniformityPValue p-value of {@link UniformityCheck}, when there are enough
 * @param extremePValue p-value of the smallest p-value, s min p at most 1; empty where {@code
 *     FarTails} says that it is no evidence
 * @param smallestPValue the smallest p-value itself
 * @param bins p-values in each tenth of [0, 1]
 */
@SuppressWarnings("ArrayRecordComponent")
public record TestSummary(
    String test,
    String parameter,
    long sequences,
    long applicable,
    long passed,
    String reason,
    int poolingLimit,
    OptionalDouble proportionPValue,
    OptionalDouble uniformityPValue,
    OptionalDouble extremePValue,
    OptionalDouble smallestPValue,
    long[] bins) {
  /** Copies the bins. */
  public TestSummary {
    bins = bins.clone();
  }

  /** Share of the applicable sequences that passed; empty when there is none. */
  public OptionalDouble proportion() {
    return applicable == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(passed / (double) applicable);
  }

  /** Test and parameter in one text. */
  public String label() {
    return parameter.isEmpty() ? test : test + " " + parameter;
  }
}
