package io.spindrift.memory.cost;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What becomes of a number at another process node. */
public enum Scaling {
  /** Follows the rule for logic of {@link TechnologyNodes}. */
  LOGIC,
  /** Stands in units of the squared feature size and so follows the node by definition. */
  FEATURE,
  /** Kept as it is: no rule with a source is known. */
  KEPT;

  /** The word of the tables. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Scaling parse(String words) {
    return Arrays.stream(values())
        .filter(scaling -> scaling.words().equals(words))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "scaling must be one of "
                    + Arrays.stream(values()).map(Scaling::words).collect(Collectors.joining(", "))
                    + ", but was '"
                    + words
                    + "'"));
  }
}
