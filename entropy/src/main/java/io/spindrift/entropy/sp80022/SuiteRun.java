package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges the sequences of a supply in rounds: a round is read, its sequences are judged by all
 * workers, and the results are counted in the order of the sequences. Rounds depend on the length
 * of a sequence alone, so the report is the same for any number of workers, and memory holds one
 * round.
 */
public final class SuiteRun {
  private static final int ROUND_BITS = 1 << 25;
  private static final int MOST_IN_ROUND = 1024;

  /** Remaining work below which a certain verdict does not end a run: about a second. */
  private static final long WORTH_STOPPING_BITS = 20_000_000;

  private static final int CHECKS_PER_SUMMARY = 3;

  private final Function<BitSequence, List<TestResult>> judge;
  private final SuiteSettings settings;
  private final List<PooledTally> tallies = new ArrayList<>();
  private final List<List<TestResult>> kept = new ArrayList<>();
  private long sequences;
  private int lengthBits;

  private SuiteRun(Function<BitSequence, List<TestResult>> judge, SuiteSettings settings) {
    this.judge = judge;
    this.settings = settings;
  }

  /**
   * Judges every sequence of a supply, or as many as make the verdict certain.
   *
   * @param judge the tests, such as {@code new StatisticalTestSuite(constants)::judge}; safe to use
   *     from any thread
   * @param supply the sequences, all equally long
   * @throws IllegalArgumentException when there is no sequence
   */
  public static SuiteReport of(
      Function<BitSequence, List<TestResult>> judge,
      SuiteSettings settings,
      SequenceSupply supply,
      Workers workers,
      Progress progress) {
    return new SuiteRun(judge, settings).report(supply, workers, progress);
  }

  private SuiteReport report(SequenceSupply supply, Workers workers, Progress progress) {
    boolean certain = false;
    try (Progress.Task task = progress.begin("testing", settings.mostSequences(), "sequences")) {
      List<BitSequence> round = read(supply, 1);
      if (round.isEmpty()) {
        throw new IllegalArgumentException("sequences must be at least 1, but was 0");
      }
      lengthBits = round.getFirst().length();
      int perRound = Math.clamp(ROUND_BITS / lengthBits, 1, MOST_IN_ROUND);
      while (!round.isEmpty() && !certain) {
        judgeRound(round, workers, progress, task);
        certain = !settings.exhaustive() && worthStopping() && certainlyFailed();
        round = certain ? List.of() : read(supply, perRound);
      }
    }
    return SuiteReport.of(
        lengthBits,
        sequences,
        certain,
        settings.level(),
        tallies.stream().map(PooledTally::summary).toList(),
        kept);
  }

  private static List<BitSequence> read(SequenceSupply supply, int most) {
    List<BitSequence> round = new ArrayList<>();
    while (round.size() < most) {
      Optional<BitSequence> next = supply.next();
      if (next.isEmpty()) {
        break;
      }
      round.add(next.get());
    }
    return round;
  }

  private void judgeRound(
      List<BitSequence> round, Workers workers, Progress progress, Progress.Task task) {
    List<List<TestResult>> results = new ArrayList<>(Collections.nCopies(round.size(), List.of()));
    workers.forEach(
        round.size(),
        i -> {
          progress.checkStopped();
          results.set(i, judge.apply(round.get(i)));
          task.advance(1);
        });
    results.forEach(this::count);
  }

  private void count(List<TestResult> results) {
    if (tallies.isEmpty()) {
      for (TestResult result : results) {
        tallies.add(new PooledTally(result, lengthBits, settings.constants()));
      }
    }
    for (int i = 0; i < results.size(); i++) {
      tallies.get(i).add(results.get(i));
    }
    sequences++;
    if (settings.keepResults()) {
      kept.add(named(results));
    }
  }

  /** The results with the names that all sequences share, so that these are held once. */
  private List<TestResult> named(List<TestResult> results) {
    List<TestResult> named = new ArrayList<>(results.size());
    for (int i = 0; i < results.size(); i++) {
      PooledTally tally = tallies.get(i);
      named.add(new TestResult(tally.test(), tally.parameter(), results.get(i).outcome()));
    }
    return named;
  }

  private boolean worthStopping() {
    return (settings.mostSequences() - sequences) > WORTH_STOPPING_BITS / lengthBits;
  }

  /**
   * Whether a smallest p-value rejects whatever the remaining sequences say: its correction cannot
   * exceed the number of sequences, nor the family three checks for each test and parameter.
   */
  private boolean certainlyFailed() {
    double share = settings.level() / (CHECKS_PER_SUMMARY * (double) tallies.size());
    return tallies.stream()
        .filter(tally -> !FarTails.areThin(tally.test()))
        .anyMatch(tally -> tally.smallest() * settings.mostSequences() <= share);
  }
}
