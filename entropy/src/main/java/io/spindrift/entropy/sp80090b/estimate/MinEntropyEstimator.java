package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;

/** An estimator of SP 800-90B, section 6.3. Safe to use from any thread. */
public interface MinEntropyEstimator {
  /** Name as in the standard, such as {@code "Collision Estimate"}. */
  String name();

  /** Estimates the min-entropy per symbol; {@code scope} is only noted in the finding. */
  Finding estimate(Sample sample, Finding.Scope scope);

  /** Estimates the min-entropy per symbol of symbols as they are. */
  default Finding estimate(Symbols symbols, Finding.Scope scope) {
    return estimate(Sample.literal(symbols), scope);
  }
}
