package io.spindrift.diffusion.metric;

import java.util.List;

/**
 * A Frechet distance with its interval of 95 % and with what it was measured by.
 *
 * @param extractor name of the feature network, without which the value means nothing
 * @param countA images of the first set
 * @param countB images of the second set
 * @param value distance
 * @param low lower end of the interval, see {@link FrechetInterval}
 * @param high upper end of the interval
 * @param warnings what a reader should know before trusting the value; often empty
 */
public record FidResult(
    String extractor,
    long countA,
    long countB,
    double value,
    double low,
    double high,
    List<String> warnings) {
  /** Copies the list. */
  public FidResult {
    warnings = List.copyOf(warnings);
  }

  /** A result without warnings. */
  public FidResult(
      String extractor, long countA, long countB, double value, double low, double high) {
    this(extractor, countA, countB, value, low, high, List.of());
  }

  /** The same with the sets exchanged, which leaves the distance as it is. */
  public FidResult exchanged() {
    return new FidResult(extractor, countB, countA, value, low, high, warnings);
  }
}
