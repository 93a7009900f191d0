package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;

/**
 * The IID track of SP 800-90B, section 5, for one sequence of symbols.
 *
 * @param verdict the verdict of the track, to be read before any entropy
 * @param statistics the 19 permutation statistics with their counters, in the order of the standard
 * @param findings every test as a finding: chi-square tests, longest repeated substring, one for
 *     each permutation statistic, most common value
 * @param permutationsDone shuffles made
 * @param rawMean mean of the symbols
 * @param median median of the symbols, 0.5 when there are two different ones
 * @param assessedBitsPerSymbol min-entropy in bits per symbol by the most common value of symbols
 *     and of their bits; means nothing unless the verdict is {@link IidVerdict.Passed}
 */
public record IidAssessment(
    IidVerdict verdict,
    List<RankedStatistic> statistics,
    List<Finding> findings,
    int permutationsDone,
    double rawMean,
    double median,
    double assessedBitsPerSymbol) {
  /** Copies the lists. */
  public IidAssessment {
    statistics = List.copyOf(statistics);
    findings = List.copyOf(findings);
  }

  /**
   * Assesses symbols. The result depends on the arguments up to {@code key} alone, never on the
   * number of threads.
   *
   * @param key from which every shuffle is drawn
   */
  public static IidAssessment of(
      Symbols symbols, IidSettings settings, StreamKey key, Workers workers, Progress progress) {
    throw new UnsupportedOperationException("assessment follows");
  }
}
