package io.spindrift.entropy.sp80090b.estimate;

import io.spindrift.entropy.sp80090b.Finding;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Collects what one estimator computes, in order, and ends as its finding. */
final class Quantities {
  private final String name;
  private final Finding.Scope scope;
  private final SequencedMap<String, Double> values = new LinkedHashMap<>();

  Quantities(String name, Finding.Scope scope) {
    this.name = name;
    this.scope = scope;
  }

  Quantities with(String quantity, double value) {
    values.put(quantity, value);
    return this;
  }

  /** Ends with the entropy of the bound {@code p} on the probability of the likeliest symbol. */
  Finding entropyOf(double p) {
    return entropy(UpperBound.bits(p));
  }

  /** Ends with an entropy in bits. */
  Finding entropy(double bits) {
    values.put("min entropy", bits);
    return new Finding(name, scope, values, new Finding.Result.Entropy(bits));
  }

  /** Ends without an answer. */
  Finding notApplicable(String reason) {
    return new Finding(name, scope, values, new Finding.Result.NotApplicable(reason));
  }
}
