package io.spindrift.memory.cost;

import io.spindrift.memory.ledger.Action;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What each action costs, with a source for every number.
 *
 * <p>The embedded table prices periphery and the digital denoiser. Reset, coin and toggle pulses
 * are priced by the device that is simulated: see {@link #withPulse}.
 */
public final class ActionPrices {
  private static final CsvTable.Form FORM =
      new CsvTable.Form(
          "action-prices",
          2,
          List.of(
              "action",
              "energy_joules",
              "low_joules",
              "high_joules",
              "duration_seconds",
              "node_nanometers",
              "scaling",
              "kind",
              "source"));

  private final TableVersion version;
  private final Map<Action, Price> prices;

  private ActionPrices(TableVersion version, Map<Action, Price> prices) {
    this.version = version;
    this.prices = prices;
  }

  /** The embedded table: everything but the pulses of the device. */
  public static ActionPrices standard() {
    return read(CsvTable.resource("action_prices.csv", FORM));
  }

  /**
   * Reads a user's table with the columns of the embedded one.
   *
   * @throws UnusableInput for a field that cannot be used, with its line
   */
  public static ActionPrices read(Path file) {
    return read(CsvTable.file(file, FORM));
  }

  private static ActionPrices read(CsvTable table) {
    Map<Action, Price> prices = new EnumMap<>(Action.class);
    table.map(row -> {
      Price price = price(row);
      Action action = action(row.text("action"));
      if (prices.put(action, price) != null) {
        throw new IllegalArgumentException(action + " must be priced once, but is priced twice");
      }
      return price;
    });
    return new ActionPrices(table.version(), prices);
  }

  private static Action action(String word) {
    return Arrays.stream(Action.values())
        .filter(action -> action.name().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "action must be one of "
                    + Arrays.stream(Action.values())
                        .map(Action::name)
                        .collect(Collectors.joining(", "))
                    + ", but was '"
                    + word
                    + "'"));
  }

  private static Price price(CsvTable.Row row) {
    double joules = row.known("energy_joules");
    PriceKind kind = PriceKind.parse(row.text("kind"));
    return new Price(
        joules,
        Range.of(joules, row.number("low_joules"), row.number("high_joules"), kind),
        row.number("duration_seconds"),
        row.scaled("node_nanometers", 1e-9),
        Scaling.parse(row.text("scaling")),
        kind,
        row.text("source"));
  }

  /** Name, version and date of the table. */
  public TableVersion version() {
    return version;
  }

  /** These prices at a process node; see {@link TechnologyNodes}. */
  public ActionPrices at(double nodeMeters) {
    TechnologyNodes nodes = TechnologyNodes.standard();
    nodes.known(nodeMeters);
    Map<Action, Price> scaled = new EnumMap<>(Action.class);
    prices.forEach((action, price) -> scaled.put(action, price.at(nodeMeters, nodes)));
    return new ActionPrices(version, scaled);
  }

  /**
   * These prices with the pulse of a device: its coin pulse at the given price, and reset and
   * toggle pulses that are assumed to cost as much.
   */
  public ActionPrices withPulse(Price coin) {
    Price assumed =
        new Price(
            coin.energyJoules(),
            coin.range(),
            coin.durationSeconds(),
            coin.nodeMeters(),
            coin.scaling(),
            PriceKind.ASSUMED,
            "Assumed equal to a coin pulse: " + coin.source());
    return with(Action.COIN_PULSE, coin)
        .with(Action.RESET_PULSE, assumed)
        .with(Action.TOGGLE_PULSE, assumed);
  }

  /** These prices with one added or replaced. */
  public ActionPrices with(Action action, Price price) {
    Map<Action, Price> copy = new EnumMap<>(Action.class);
    copy.putAll(prices);
    copy.put(action, price);
    return new ActionPrices(version, copy);
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
                    + "; a row of the table with its energy and source is accepted"));
  }

  /** Every price, in the order of {@link Action}. */
  public Map<Action, Price> all() {
    return Collections.unmodifiableMap(prices);
  }
}
