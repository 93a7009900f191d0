package io.spindrift.entropy.sp80090b.iid;

/** What the IID track says about a source's claim to be IID. */
public sealed interface IidVerdict {
  /** Every test passed. */
  record Passed() implements IidVerdict {}

  /** At least one test failed by the rule of the standard. */
  record Failed() implements IidVerdict {}

  /**
   * Statistics look failing, but fewer shuffles were made than the standard asks for.
   *
   * @param errorProbability upper bound on the probability that an IID source is given this verdict
   *     by as many statistics
   */
  record ProvisionallyFailed(double errorProbability) implements IidVerdict {}

  /**
   * The track has nothing to say.
   *
   * @param reason why, as a sentence without a full stop
   */
  record Undecided(String reason) implements IidVerdict {}
}
