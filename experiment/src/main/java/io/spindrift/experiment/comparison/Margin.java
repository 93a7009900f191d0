package io.spindrift.experiment.comparison;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;

/**
 * The largest difference that counts as none.
 *
 * <p>A share is taken of the software value. That value has an error of its own, of which the
 * margin inherits the share: at a tenth, a tenth of it, which is left out.
 *
 * @param amount absolute, or a share of the software value
 * @param relative whether it is a share
 */
public record Margin(double amount, boolean relative) {
  /** A tenth of the software value: assumed, since no published margin for FID was found. */
  public static final Margin DEFAULT = new Margin(0.1, true);

  /** Checks the range. */
  public Margin {
    Require.positive("margin", amount, "");
  }

  /**
   * Reads {@code 10%} or {@code 0.5}.
   *
   * @throws UnusableInput when it is neither
   */
  public static Margin parse(String text) {
    boolean share = text.endsWith("%");
    try {
      double number = Double.parseDouble(share ? text.substring(0, text.length() - 1) : text);
      return new Margin(share ? number / 100 : number, share);
    } catch (IllegalArgumentException e) {
      throw new UnusableInput(
          "the margin must be a positive number such as 0.5, or a share of the software value such"
              + " as 10%, but was "
              + text,
          e);
    }
  }

  /** The margin for a software value. */
  public double about(double software) {
    return relative ? amount * Math.abs(software) : amount;
  }

  @Override
  public String toString() {
    return relative ? Digits.of(100 * amount) + " % of the software value" : Digits.of(amount);
  }
}
