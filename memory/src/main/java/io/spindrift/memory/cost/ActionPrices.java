package io.spindrift.memory.cost;

import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each action costs, with a source for every number.
 *
 * <p>The embedded table prices periphery and the digital denoiser. Reset and coin pulses are priced
 * by the device that is simulated: add them with {@link #with}.
 */
public final class ActionPrices {
  private static final List<String> COLUMNS =
      List.of("action", "energy_joules", "duration_seconds", "kind", "source");

  private final Map<Action, Price> prices;

  private ActionPrices(Map<Action, Price> prices) {
    this.prices = prices;
  }

  /** The embedded table: everything but the pulses of the device. */
  public static ActionPrices standard() {
    return read(CsvTable.resource("action_prices.csv", COLUMNS));
  }

  /**
   * Reads a user's table with the columns of the embedded one.
   *
   * @throws UnusableInput for a field that cannot be used, with its line
   */
  public static ActionPrices read(Path file) {
    return read(CsvTable.file(file, COLUMNS));
  }

  private static ActionPrices read(CsvTable table) {
    Map<Action, Price> prices = new EnumMap<>(Action.class);
    table.map(row -> {
      Price price =
          new Price(
              row.known("energy_joules"),
              row.number("duration_seconds"),
              PriceKind.parse(row.text("kind")),
              row.text("source"));
      Action action = Action.valueOf(row.text("action"));
      if (prices.put(action, price) != null) {
        throw new IllegalArgumentException(action + " must be priced once, but is priced twice");
      }
      return price;
    });
    return new ActionPrices(prices);
  }

  /** These prices with one added or replaced. */
  public ActionPrices with(Action action, Price price) {
    Map<Action, Price> copy = new EnumMap<>(Action.class);
    copy.putAll(prices);
    copy.put(action, price);
    return new ActionPrices(copy);
  }

  /** The price of an action, where it is known. */
  public Optional<Price> find(Action action) {
    return Optional.ofNullable(prices.get(action));
  }

  /**
   * The price of an action.
   *
   * @throws UnusableInput when it has none
   */
  public Price of(Action action) {
    return find(action)
        .orElseThrow(() ->
            new UnusableInput(
                "prices: no price for "
                    + action
                    + "; a row action,energy_joules,duration_seconds,kind,source is accepted"));
  }

  /** Every price, in the order of {@link Action}. */
  public Map<Action, Price> all() {
    return Collections.unmodifiableMap(prices);
  }
}
