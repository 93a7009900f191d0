package io.spindrift.entropy.sp80090b;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What one estimator or one test of SP 800-90B found, with everything it computed on the way.
 *
 * @param name name as in the standard, such as {@code "Most Common Value Estimate"}
 * @param scope symbols as they are, or their bits
 * @param quantities intermediate quantities in the order of their computation, counts included
 * @param result the answer
 */
public record Finding(
    String name, Scope scope, SequencedMap<String, Double> quantities, Result result) {
  /** What was examined. */
  public enum Scope {
    /** Symbols of their full width. */
    LITERAL,
    /** The bits of the symbols. */
    BITSTRING
  }

  /** The answer of an estimator or test. */
  public sealed interface Result {
    /**
     * A lower estimate of the entropy.
     *
     * @param minEntropyBits min-entropy in bits per symbol of the scope
     */
    record Entropy(double minEntropyBits) implements Result {}

    /**
     * A decision.
     *
     * @param passed whether the symbols passed
     */
    record Decision(boolean passed) implements Result {}

    /**
     * The estimator or test has no meaning here.
     *
     * @param reason why, as a sentence without a full stop
     */
    record NotApplicable(String reason) implements Result {}
  }

  /** Copies the quantities. */
  public Finding {
    quantities = new LinkedHashMap<>(quantities);
  }

  /** A finding whose quantities are given as an ordered map. */
  public static Finding of(
      String name, Scope scope, Map<String, Double> quantities, Result result) {
    return new Finding(name, scope, new LinkedHashMap<>(quantities), result);
  }
}
