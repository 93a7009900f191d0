package io.spindrift.entropy.sp80090b.iid;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
  /** Fewest symbols: 64 eights of two symbols, against a lag of 32. */
  public static final int FEWEST_SYMBOLS = 512;

  /** Most symbols, 2^27: what the sorted suffixes and the decimal text can hold. */
  public static final int MOST_SYMBOLS = 1 << 27;

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
   * @throws UnusableInput for fewer than 512 symbols or more than 2^27
   * @throws Progress.Stopped when the user asked to stop
   */
  public static IidAssessment of(
      Symbols symbols, IidSettings settings, StreamKey key, Workers workers, Progress progress) {
    if (symbols.length() < FEWEST_SYMBOLS || symbols.length() > MOST_SYMBOLS) {
      throw new UnusableInput(
          "the IID track takes "
              + FEWEST_SYMBOLS
              + " to "
              + MOST_SYMBOLS
              + " symbols, but there are "
              + symbols.length());
    }
    ExaminedSample sample = ExaminedSample.of(symbols);
    List<Finding> entropies = entropies(symbols, sample);
    if (sample.alphabet() == 1) {
      return new IidAssessment(
          new IidVerdict.Undecided("all symbols are equal, so that no shuffle changes them"),
          List.of(),
          entropies,
          0,
          sample.rawMean(),
          sample.median(),
          assessed(symbols, entropies));
    }
    List<Finding> findings = new ArrayList<>(orderFree(sample));
    boolean failed = findings.stream().anyMatch(IidFindings::failed);
    Schedule schedule = Schedule.of(settings, symbols.length());
    List<RankedStatistic> ranked =
        new PermutationTests(sample, schedule, key, workers, progress).rank();
    IidVerdict permutation = PermutationJudgement.of(ranked, schedule);
    ranked.forEach(statistic -> findings.add(IidFindings.statistic(statistic)));
    findings.add(PermutationJudgement.finding(permutation));
    findings.addAll(entropies);
    return new IidAssessment(
        failed ? new IidVerdict.Failed() : permutation,
        ranked,
        findings,
        ranked.stream().mapToInt(RankedStatistic::shuffles).max().orElse(0),
        sample.rawMean(),
        sample.median(),
        assessed(symbols, entropies));
  }

  /** The tests that need no shuffles, and their verdicts. */
  static List<Finding> orderFree(ExaminedSample sample) {
    Finding independence =
        IidFindings.chiSquare("Chi square independence", IndependenceTest.of(sample));
    Finding fit = IidFindings.chiSquare("Chi square goodness of fit", GoodnessOfFitTest.of(sample));
    RepeatedSubstring repeated = RepeatedSubstring.of(sample);
    return List.of(
        independence,
        fit,
        IidFindings.verdict(
            "Chi square tests",
            Map.of(),
            !IidFindings.failed(independence) && !IidFindings.failed(fit)),
        IidFindings.repeatedSubstring(repeated),
        IidFindings.verdict(
            "Length of longest repeated substring test", Map.of(), repeated.passed()));
  }

  /** The most common value of the symbols, and of their bits when there are more than two. */
  private static List<Finding> entropies(Symbols symbols, ExaminedSample sample) {
    List<Finding> entropies = new ArrayList<>();
    entropies.add(MostCommonValue.ofSymbols(sample));
    if (sample.alphabet() > 2) {
      entropies.add(MostCommonValue.ofBits(sample, symbols.bitsPerSymbol()));
    }
    return entropies;
  }

  private static double assessed(Symbols symbols, List<Finding> entropies) {
    double bits = symbols.bitsPerSymbol();
    double perSymbol = MostCommonValue.bits(entropies.getFirst());
    double perBit = entropies.size() > 1 ? MostCommonValue.bits(entropies.getLast()) : 1;
    return Math.min(bits, Math.min(perSymbol, bits * perBit));
  }
}
