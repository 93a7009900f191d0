package io.spindrift.entropy.conditioning;

import io.spindrift.numerics.Require;
import java.util.OptionalDouble;

/**
 * What is known of a stationary stream of bits before one is drawn.
 *
 * <p>A two-state Markov chain with share p of ones and correlation rho between neighbours has P(0
 * to 1) = p (1 - rho) and P(1 to 0) = (1 - p)(1 - rho); it is a stream of independent bits for rho
 * = 0.
 *
 * @param onesShare stationary share p of ones
 * @param lagOneCorrelation correlation rho of neighbours; empty when it is not known
 * @param markov whether the stream is such a chain; otherwise the two numbers are all that is known
 */
public record BitLaw(double onesShare, OptionalDouble lagOneCorrelation, boolean markov) {
  /** Checks that such bits exist: share in [0, 1] and every transition probability too. */
  public BitLaw {
    Require.inRange("share of ones", onesShare, 0, 1, "");
    if (markov && lagOneCorrelation.isEmpty()) {
      throw new IllegalArgumentException("a Markov chain must state its lag-one correlation");
    }
    lagOneCorrelation.ifPresent(rho -> {
      double more = Math.max(onesShare, 1 - onesShare);
      Require.inRange("lag-one correlation", rho, 1 - 1 / more - 1e-12, 1, "");
    });
  }

  /** Independent bits with P(1) = {@code onesShare}. */
  public static BitLaw independent(double onesShare) {
    return markov(onesShare, 0);
  }

  /** A two-state Markov chain. */
  public static BitLaw markov(double onesShare, double lagOneCorrelation) {
    return new BitLaw(onesShare, OptionalDouble.of(lagOneCorrelation), true);
  }

  /** A stationary stream of which only the share of ones is known. */
  public static BitLaw ofShare(double onesShare) {
    return new BitLaw(onesShare, OptionalDouble.empty(), false);
  }

  /** Whether the bits are known to be independent. */
  public boolean isIndependent() {
    return markov && lagOneCorrelation.orElseThrow() == 0;
  }

  /** Residual bias P(1) - 1/2. */
  public double bias() {
    return onesShare - 0.5;
  }

  /**
   * Min-entropy of a block of successive bits: -log2 of its most probable value, found bit by bit.
   *
   * @return bits; empty unless the stream is a Markov chain
   */
  public OptionalDouble blockEntropyBits(int length) {
    Require.atLeast("bits of a block", length, 1);
    if (!markov) {
      return OptionalDouble.empty();
    }
    double rho = lagOneCorrelation.orElseThrow();
    double up = Math.clamp(onesShare * (1 - rho), 0, 1);
    double down = Math.clamp((1 - onesShare) * (1 - rho), 0, 1);
    double zero = log2(1 - onesShare);
    double one = log2(onesShare);
    for (int i = 1; i < length; i++) {
      double next = Math.max(zero + log2(1 - up), one + log2(down));
      one = Math.max(zero + log2(up), one + log2(1 - down));
      zero = next;
    }
    return OptionalDouble.of(Math.max(0, -Math.max(zero, one)));
  }

  private static double log2(double probability) {
    return Math.log(probability) / Math.log(2);
  }
}
