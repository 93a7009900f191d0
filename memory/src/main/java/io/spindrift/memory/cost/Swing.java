package io.spindrift.memory.cost;

/**
 * What one parameter does to an advantage while all others keep their values.
 *
 * @param parameter what is varied
 * @param atLow advantage at the low end of its range
 * @param atHigh advantage at the high end
 * @param claim verdict at the values themselves
 * @param claimAtLow verdict at the low end
 * @param claimAtHigh verdict at the high end
 */
public record Swing(
    Parameter parameter,
    double atLow,
    double atHigh,
    Claim claim,
    Claim claimAtLow,
    Claim claimAtHigh) {
  /** Decades between both ends. */
  public double decades() {
    return Math.abs(Math.log10(atHigh / atLow));
  }

  /** Whether the verdict at either end is another. */
  public boolean movesTheVerdict() {
    return claimAtLow != claim || claimAtHigh != claim;
  }
}
