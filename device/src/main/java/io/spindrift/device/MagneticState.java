package io.spindrift.device;

import java.util.Locale;
import java.util.Optional;

/** The two stable states of a junction: free layer parallel or antiparallel to the fixed layer. */
public enum MagneticState {
  /** Low resistance, stored bit 0. */
  PARALLEL("parallel", "P"),
  /** High resistance, stored bit 1. */
  ANTIPARALLEL("antiparallel", "AP");

  private final String word;
  private final String symbol;

  MagneticState(String word, String symbol) {
    this.word = word;
    this.symbol = symbol;
  }

  /** The state that a text names by its word or its symbol, in either case; empty for others. */
  public static Optional<MagneticState> named(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "p", "parallel" -> Optional.of(PARALLEL);
      case "ap", "antiparallel" -> Optional.of(ANTIPARALLEL);
      default -> Optional.empty();
    };
  }

  /** The other state. */
  public MagneticState opposite() {
    return this == PARALLEL ? ANTIPARALLEL : PARALLEL;
  }

  /** The state as a word: parallel or antiparallel. */
  public String word() {
    return word;
  }

  /** The state as papers write it: P or AP. */
  public String symbol() {
    return symbol;
  }

  /** The state as tables and options write it: p or ap. */
  public String shortName() {
    return symbol.toLowerCase(Locale.ROOT);
  }
}
