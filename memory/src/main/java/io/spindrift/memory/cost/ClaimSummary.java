package io.spindrift.memory.cost;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The claim under one reading against every conventional generator, those in measured silicon.
 *
 * @param reading how the words are read
 * @param scope how much of the run's hardware is included
 * @param lowest smallest advantage, empty where no rival has the figures
 * @param highest largest advantage
 * @param rivals generators that have the figures
 * @param unknown ids of the conventional generators that lack them
 * @param outcomes how many rivals fall under each outcome
 */
public record ClaimSummary(
    Reading reading,
    Scope scope,
    OptionalDouble lowest,
    OptionalDouble highest,
    int rivals,
    List<String> unknown,
    Map<Claim, Integer> outcomes) {
  /** Every reading and scope. */
  public static List<ClaimSummary> of(List<Comparison> comparisons) {
    List<ClaimSummary> summaries = new ArrayList<>();
    for (Reading reading : Reading.values()) {
      for (Scope scope : Scope.values()) {
        summaries.add(
            of(
                reading,
                scope,
                comparisons.stream()
                    .filter(c -> c.reading() == reading && c.scope() == scope)
                    .filter(c -> c.technology().isConventional())
                    .toList()));
      }
    }
    return summaries;
  }

  private static ClaimSummary of(Reading reading, Scope scope, List<Comparison> silicon) {
    DoubleSummaryStatistics range = new DoubleSummaryStatistics();
    Map<Claim, Integer> outcomes = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (Comparison c : silicon) {
      if (c.advantage().isPresent()) {
        range.accept(c.advantage().getAsDouble());
        outcomes.merge(c.claim(), 1, Integer::sum);
      } else {
        unknown.add(c.technology().id());
      }
    }
    boolean none = range.getCount() == 0;
    return new ClaimSummary(
        reading,
        scope,
        none ? OptionalDouble.empty() : OptionalDouble.of(range.getMin()),
        none ? OptionalDouble.empty() : OptionalDouble.of(range.getMax()),
        (int) range.getCount(),
        unknown,
        outcomes);
  }
}
