package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The non-IID track: every estimator on the symbols and, when there are more than two of them, on
 * their bits.
 *
 * <p>H = min(H_original, k H_bitstring), k bits per symbol; SP 800-90B, section 3.1.3.
 *
 * @param findings one per estimator and scope, in the order of section 6.3, literal first
 * @param originalBitsPerSymbol H_original, the least literal estimate
 * @param bitstringBitsPerBit H_bitstring, the least estimate of the bits; empty for at most two
 *     different symbols, whose literal estimates are the same
 * @param assessedBitsPerSymbol H
 */
public record NonIidAssessment(
    List<Finding> findings,
    double originalBitsPerSymbol,
    OptionalDouble bitstringBitsPerBit,
    double assessedBitsPerSymbol) {
  private static final List<MinEntropyEstimator> ESTIMATORS =
      List.of(
          new MostCommonValueEstimator(),
          new CollisionEstimator(),
          new MarkovEstimator(),
          new CompressionEstimator(),
          new TTupleEstimator(),
          new LongestRepeatedSubstringEstimator(),
          new MultiMostCommonInWindowEstimator(),
          new LagEstimator(),
          new MultiMarkovModelEstimator(),
          new Lz78yEstimator());

  /** Copies the findings. */
  public NonIidAssessment {
    findings = List.copyOf(findings);
  }

  /** The ten estimators in the order of section 6.3. */
  public static List<MinEntropyEstimator> estimators() {
    return ESTIMATORS;
  }

  /** Assesses symbols; the result does not depend on the number of workers. */
  public static NonIidAssessment of(Symbols symbols, Workers workers, Progress progress) {
    List<Task> tasks = new ArrayList<>();
    Sample literal = Sample.literal(symbols);
    addTasks(tasks, literal, Finding.Scope.LITERAL);
    if (!literal.binary()) {
      addTasks(tasks, Sample.bits(symbols), Finding.Scope.BITSTRING);
    }
    List<Finding> findings = estimate(tasks, workers, progress);
    int width = symbols.bitsPerSymbol();
    double original = least(findings, Finding.Scope.LITERAL, width);
    OptionalDouble bitstring =
        literal.binary()
            ? OptionalDouble.empty()
            : OptionalDouble.of(least(findings, Finding.Scope.BITSTRING, 1));
    double assessed = Math.min(original, width * bitstring.orElse(1));
    return new NonIidAssessment(findings, original, bitstring, assessed);
  }

  /** The literal estimates alone, as the restart tests need them. */
  public static List<Finding> literal(Symbols symbols, Workers workers, Progress progress) {
    List<Task> tasks = new ArrayList<>();
    addTasks(tasks, Sample.literal(symbols), Finding.Scope.LITERAL);
    return estimate(tasks, workers, progress);
  }

  /** The least entropy among findings of a scope, at most {@code most}. */
  public static double least(List<Finding> findings, Finding.Scope scope, double most) {
    double least = most;
    for (Finding finding : findings) {
      if (finding.scope() == scope
          && finding.result() instanceof Finding.Result.Entropy(double bits)) {
        least = Math.min(least, bits);
      }
    }
    return least;
  }

  private record Task(MinEntropyEstimator estimator, Sample sample, Finding.Scope scope) {}

  private static void addTasks(List<Task> tasks, Sample sample, Finding.Scope scope) {
    for (MinEntropyEstimator estimator : ESTIMATORS) {
      tasks.add(new Task(estimator, sample, scope));
    }
  }

  /** Runs the last tasks first: they take longest. */
  private static List<Finding> estimate(List<Task> tasks, Workers workers, Progress progress) {
    Finding[] findings = new Finding[tasks.size()];
    try (Progress.Task shown = progress.begin("non-IID track", tasks.size(), "estimates")) {
      workers.forEach(
          tasks.size(),
          number -> {
            progress.checkStopped();
            int i = tasks.size() - 1 - number;
            Task task = tasks.get(i);
            shown.note(task.estimator.name());
            findings[i] = task.estimator.estimate(task.sample, task.scope);
            shown.advance(1);
          });
    }
    return Arrays.asList(findings);
  }
}
