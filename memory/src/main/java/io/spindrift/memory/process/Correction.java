package io.spindrift.memory.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is done about pulses that flip one state more often than the other. */
public enum Correction {
  /** Nothing: one pulse a step, and the share of ones drifts to a/(a + b). */
  NONE("none"),
  /** All cells are toggled after each step, so that every second step finds 0 and 1 exchanged. */
  INVERSION("inversion"),
  /**
   * A row of coins is tossed and added to the data by exclusive-or: the data's state is no part.
   */
  NOISE_ROW("noise-row"),
  /** Cells are read, and those in P and those in AP get pulses of their own. */
  STATE_PULSES("state-pulses");

  private final String word;

  Correction(String word) {
    this.word = word;
  }

  /** Its name as options write it. */
  public String word() {
    return word;
  }

  /** The correction of a name; empty for others. */
  public static Optional<Correction> named(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(value -> value.word.equals(lower)).findFirst();
  }

  /** All names, for sentences that say what is accepted. */
  public static String words() {
    return Arrays.stream(values()).map(Correction::word).collect(Collectors.joining(", "));
  }
}
