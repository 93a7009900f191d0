package io.spindrift.cli.command;

import io.spindrift.entropy.conditioning.FeedbackLoop;
import io.spindrift.entropy.conditioning.Sha256Conditioner;
import io.spindrift.numerics.UnusableInput;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** One step of conditioning, as {@code --condition} names it. */
sealed interface ConditionStep {
  /** What the option accepts. */
  String ACCEPTED =
      "xor:K, von-neumann, peres:DEPTH, sha-256[:INPUT_BITS] or feedback[:GAIN[:WINDOW[:DRIFT]]]";

  /**
   * Exclusive-or of bits that lie far apart.
   *
   * @param inputs bits that make one
   */
  record Xor(int inputs) implements ConditionStep {}

  /** Von Neumann's pairs. */
  record Pairs() implements ConditionStep {}

  /**
   * Peres' iterated pairs.
   *
   * @param depth rounds
   */
  record IteratedPairs(int depth) implements ConditionStep {}

  /**
   * The hash.
   *
   * @param inputBits bits of a block; empty to choose what full entropy needs
   */
  record Hash(OptionalInt inputBits) implements ConditionStep {}

  /**
   * The loop that holds a junction at one half.
   *
   * @param loop its gain, window and the drift that it works against
   */
  record Feedback(FeedbackLoop loop) implements ConditionStep {}

  /**
   * Reads one step.
   *
   * @throws UnusableInput with what would be accepted
   */
  static ConditionStep parse(String text) {
    List<String> parts = List.of(text.strip().toLowerCase(Locale.ROOT).split(":", -1));
    String name = parts.getFirst();
    int most =
        switch (name) {
          case "xor", "peres", "sha-256" -> 2;
          case "von-neumann" -> 1;
          case "feedback" -> 4;
          default -> 0;
        };
    if (parts.size() > most) {
      throw new UnusableInput("--condition must be " + ACCEPTED + ", but was '" + text + "'");
    }
    return switch (name) {
      case "xor" -> new Xor(count(parts, 1, "2", 1, 64));
      case "peres" -> new IteratedPairs(count(parts, 1, "8", 1, 16));
      case "sha-256" ->
          new Hash(
              parts.size() == 1
                  ? OptionalInt.empty()
                  : OptionalInt.of(
                      count(parts, 1, "512", 64, Sha256Conditioner.LONGEST_INPUT_BITS)));
      case "feedback" ->
          new Feedback(
              GivenQuantity.checked(() ->
                  new FeedbackLoop(
                      number(parts, 1, "0.1"),
                      count(parts, 2, "1024", 1, 1 << 20),
                      number(parts, 3, "0"))));
      default -> new Pairs();
    };
  }

  private static int count(List<String> parts, int at, String absent, int low, int high) {
    String text = at < parts.size() ? parts.get(at) : absent;
    return GivenQuantity.smallCount("--condition " + parts.getFirst(), text, low, high);
  }

  private static double number(List<String> parts, int at, String absent) {
    String text = at < parts.size() ? parts.get(at) : absent;
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UnusableInput(
          "--condition feedback must have numbers after it, but had '" + text + "'", e);
    }
  }
}
