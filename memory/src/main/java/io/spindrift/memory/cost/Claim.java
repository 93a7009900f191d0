package io.spindrift.memory.cost;

import java.util.OptionalDouble;

/**
 * What becomes of the claim "~10^3 better energy-per-bit-per-area" under one reading.
 *
 * <p>The claim is that of Cheng et al., Nat Commun 16:5022 (2025); its definition is not given in
 * the text that is public, so every reading is judged. "About 10^3" is taken as 10^2.5 to 10^3.5.
 */
public enum Claim {
  /** More than 10^3.5 times better. */
  EXCEEDED("is exceeded"),
  /** Better by 10^2.5 to 10^3.5. */
  HOLDS("holds"),
  /** Better, by less than 10^2.5. */
  SMALLER("falls short"),
  /** Not better. */
  REVERSED("is reversed"),
  /** A figure is not known. */
  UNKNOWN("unknown");

  /** The claim itself, as reports show it. */
  public static final String TEXT =
      "about 10^3 better energy-per-bit-per-area (Cheng et al., Nat Commun 16:5022, 2025)";

  private final String words;

  Claim(String words) {
    this.words = words;
  }

  /** The outcome in words, for reports. */
  public String words() {
    return words;
  }

  /** Judges an advantage. */
  public static Claim of(OptionalDouble advantage) {
    if (advantage.isEmpty()) {
      return UNKNOWN;
    }
    double decades = Math.log10(advantage.getAsDouble());
    return decades > 3.5 ? EXCEEDED : decades >= 2.5 ? HOLDS : decades > 0 ? SMALLER : REVERSED;
  }
}
