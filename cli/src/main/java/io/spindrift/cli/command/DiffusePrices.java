package io.spindrift.cli.command;

import io.spindrift.device.Junction;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.memory.cost.ActionPrices;
import io.spindrift.memory.cost.Price;
import io.spindrift.memory.cost.PulseEnergy;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.ledger.LedgerEntry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Counts of a process and their energy: pulses of the device, the rest by the embedded table. */
final class DiffusePrices {
  private final ActionPrices table = ActionPrices.standard();
  private final double pulseJoules;

  DiffusePrices(Junction junction) {
    pulseJoules =
        PulseEnergy.joules(junction.resistance(), CoinPulse.at(junction.operatingPoint()));
  }

  /** All actions of a stage, by name. */
  static Map<String, Long> counts(Ledger ledger) {
    Map<Action, Long> sums = new EnumMap<>(Action.class);
    for (LedgerEntry entry : ledger.snapshot()) {
      sums.merge(entry.action(), entry.count(), Long::sum);
    }
    Map<String, Long> named = new java.util.LinkedHashMap<>();
    sums.forEach((action, count) -> named.put(action.name(), count));
    return named;
  }

  /**
   * What a process has used up.
   *
   * @param actions number of actions
   * @param joules their energy; empty when an action has no price
   */
  record Spent(long actions, OptionalDouble joules) {}

  /** What a ledger has counted so far. */
  Spent spent(Ledger ledger) {
    return new Spent(actions(ledger), joules(ledger));
  }

  /** Number of actions of a ledger. */
  static long actions(Ledger ledger) {
    return ledger.snapshot().stream().mapToLong(LedgerEntry::count).sum();
  }

  /** Energy of a ledger; empty when an action of it has no price. */
  OptionalDouble joules(Ledger ledger) {
    double sum = 0;
    for (LedgerEntry entry : ledger.snapshot()) {
      Optional<Double> each = price(entry.action());
      if (each.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += entry.count() * each.get();
    }
    return OptionalDouble.of(sum);
  }

  /** A pulse of any kind is taken to cost what the pulse at the operating point does. */
  private Optional<Double> price(Action action) {
    return switch (action) {
      case RESET_PULSE, COIN_PULSE, TOGGLE_PULSE, WRITE_PULSE -> Optional.of(pulseJoules);
      default -> table.find(action).map(Price::energyJoules);
    };
  }
}
