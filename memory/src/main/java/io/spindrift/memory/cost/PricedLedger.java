package io.spindrift.memory.cost;

import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.LedgerEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The ledger of a run with its prices applied; the energy of the run is the sum over its entries.
 *
 * @param entries every count with its joules
 */
public record PricedLedger(List<PricedEntry> entries) {
  /** Copies the entries. */
  public PricedLedger {
    entries = List.copyOf(entries);
  }

  /**
   * Prices every entry.
   *
   * @throws io.spindrift.numerics.UnusableInput when an action that happened has no price
   */
  public static PricedLedger of(List<LedgerEntry> ledger, ActionPrices prices) {
    return new PricedLedger(
        ledger.stream()
            .map(entry -> {
              Price price = prices.of(entry.action());
              return new PricedEntry(
                  entry.stage(),
                  entry.action(),
                  entry.count(),
                  entry.count() * price.energyJoules(),
                  price);
            })
            .toList());
  }

  /** Joules of the whole run. */
  public double totalJoules() {
    return joules(entry -> true);
  }

  /** Joules of the entries that match. */
  public double joules(Predicate<PricedEntry> which) {
    return entries.stream().filter(which).mapToDouble(PricedEntry::joules).sum();
  }

  /** Joules of each stage, sorted by name. */
  public Map<String, Double> joulesByStage() {
    Map<String, Double> sums = new TreeMap<>();
    entries.forEach(entry -> sums.merge(entry.stage(), entry.joules(), Double::sum));
    return sums;
  }

  /** Joules of each action that happened. */
  public Map<Action, Double> joulesByAction() {
    Map<Action, Double> sums = new EnumMap<>(Action.class);
    entries.forEach(entry -> sums.merge(entry.action(), entry.joules(), Double::sum));
    return sums;
  }
}
