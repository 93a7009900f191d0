package io.spindrift.memory.cost;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the figures of a technology rest on, in the words of its table.
 *
 * @param kind the kind that they are judged by, the softest of those named
 * @param words the words of the table, such as {@code "measured silicon and projection"}
 */
public record Ground(PriceKind kind, String words) {
  /** Figures of one kind. */
  public static Ground of(PriceKind kind) {
    return new Ground(kind, kind.words());
  }

  /**
   * Reads one kind, or several with "and" between them: figures that rest on two kinds are as soft
   * as the softer.
   *
   * @throws IllegalArgumentException with the accepted words
   */
  static Ground parse(String words) {
    List<PriceKind> named =
        Arrays.stream(words.strip().split("\\s+and\\s+", -1)).map(PriceKind::parse).toList();
    return new Ground(
        named.stream().max(Comparator.naturalOrder()).orElseThrow(),
        String.join(" and ", named.stream().map(PriceKind::words).toList()));
  }
}
