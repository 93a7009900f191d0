package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.device.compact.CompactFitResistance;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.population.Coin;
import io.spindrift.device.population.CoinPopulation;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceParameter;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.DevicePopulation;
import io.spindrift.device.switching.MacrospinResistance;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.device.variability.DrawnDevice;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What {@code device population} found: one row a device, and the coins that the devices are.
 *
 * @param table one row a device
 * @param parameters what varies
 * @param coins the devices as coins; absent when nothing was simulated
 * @param redraws draws that gave no possible device
 * @param redrawnDevices devices that needed more than one draw
 * @param heldDevices devices of a compact fit that a limit of the fit holds
 */
record PopulationData(
    Table table,
    List<Varied> parameters,
    Optional<CoinPopulation> coins,
    long redraws,
    long redrawnDevices,
    long heldDevices) {

  /** One varied parameter: its law and the column of the table that holds its draws. */
  record Varied(
      String name,
      String law,
      Dimension dimension,
      double own,
      double lawMean,
      double lawSigma,
      String column) {}

  /** A way to find P(switch) of the first devices of a population. */
  @FunctionalInterface
  interface Method {
    DevicePopulation population(DeviceDraws draws);
  }

  static PopulationData of(
      MacrospinDevice mean,
      int devices,
      SwitchingSettings settings,
      Optional<Method> method,
      StreamKey variation) {
    DeviceDraws draws = new DeviceDraws(mean, variation);
    List<DrawnDevice> drawn = IntStream.range(0, devices).mapToObj(draws::draw).toList();
    Table table =
        rows(devices).wholes("redraws", drawn.stream().mapToLong(DrawnDevice::redraws).toArray());
    List<Varied> parameters = new ArrayList<>();
    for (int i = 0; i < draws.parameters().size(); i++) {
      DeviceParameter parameter = draws.parameters().get(i);
      String column = parameter.path().replace('.', '_') + parameter.dimension().nameEnding();
      int slot = i;
      table = table.reals(column, column(devices, d -> drawn.get(d).values().get(slot)));
      parameters.add(
          new Varied(
              parameter.path(),
              mean.spread()
                  .parameters()
                  .get(i)
                  .law()
                  .name()
                  .toLowerCase(Locale.ROOT)
                  .replace('_', '-'),
              parameter.dimension(),
              parameter.of(mean),
              draws.laws().get(i).mean(),
              draws.laws().get(i).sigma(),
              column));
    }
    double kelvin = settings.temperatureKelvin();
    table =
        table.reals(
            "stabilityFactor",
            column(devices, d -> EffectiveField.stabilityFactor(drawn.get(d).device(), kelvin)));
    table = resistances(table, devices, new MacrospinResistance(mean, variation), settings);
    Optional<CoinPopulation> coins = Optional.empty();
    if (method.isPresent()) {
      DevicePopulation population = method.get().population(draws);
      coins =
          Optional.of(
              new CoinPopulation(
                  population.members().stream()
                      .map(m ->
                          new Coin(m.fromParallel(), m.fromAntiparallel(), population.trials()))
                      .toList()));
      table = coinColumns(table, coins.get());
    }
    return new PopulationData(
        table,
        parameters,
        coins,
        drawn.stream().mapToLong(DrawnDevice::redraws).sum(),
        drawn.stream().filter(d -> d.redraws() > 0).count(),
        0);
  }

  static PopulationData of(
      CompactFitDevice fit, int devices, SwitchingSettings settings, StreamKey variation) {
    CompactFitSwitching model = new CompactFitSwitching(fit, variation);
    Table table =
        rows(devices)
            .reals("centreDeviate", column(devices, d -> model.draw(d).centre()))
            .reals("amplitudeDeviate", column(devices, d -> model.draw(d).amplitude()))
            .reals("widthDeviate", column(devices, d -> model.draw(d).width()))
            .reals("asymmetryDeviate", column(devices, d -> model.draw(d).asymmetry()));
    table = resistances(table, devices, new CompactFitResistance(fit, variation), settings);
    List<Coin> coins = new ArrayList<>();
    for (int d = 0; d < devices; d++) {
      coins.add(
          new Coin(
              probability(model, settings, MagneticState.PARALLEL, d),
              probability(model, settings, MagneticState.ANTIPARALLEL, d),
              0));
    }
    CoinPopulation population = new CoinPopulation(coins);
    long held =
        IntStream.range(0, devices)
            .filter(
                d -> model.isHeld(settings.voltageVolts(), settings.pulseSeconds().getFirst(), d))
            .count();
    return new PopulationData(
        coinColumns(table, population), List.of(), Optional.of(population), 0, 0, held);
  }

  private static double probability(
      CompactFitSwitching model, SwitchingSettings settings, MagneticState from, int device) {
    return model.probability(
        from,
        settings.voltageVolts(),
        settings.pulseSeconds().getFirst(),
        settings.temperatureKelvin(),
        device);
  }

  private static Table rows(int devices) {
    return Table.named("population")
        .wholes("device", IntStream.range(0, devices).asLongStream().toArray());
  }

  private static Table resistances(
      Table table, int devices, ResistanceModel model, SwitchingSettings settings) {
    double volts = settings.voltageVolts();
    return table
        .reals(
            "parallelOhms",
            column(devices, d -> model.resistanceOhms(MagneticState.PARALLEL, volts, d)))
        .reals(
            "antiparallelOhms",
            column(devices, d -> model.resistanceOhms(MagneticState.ANTIPARALLEL, volts, d)));
  }

  private static Table coinColumns(Table table, CoinPopulation coins) {
    List<Coin> list = coins.coins();
    int devices = list.size();
    return table
        .reals("probabilityFromParallel", column(devices, d -> list.get(d).fromParallel()))
        .reals("probabilityFromAntiparallel", column(devices, d -> list.get(d).fromAntiparallel()))
        .reals(
            "antiparallelShare",
            column(
                devices, d -> list.get(d).moves() ? list.get(d).antiparallelShare() : Double.NaN))
        .reals("lagOneCorrelation", column(devices, d -> list.get(d).lagOneCorrelation()));
  }

  private static double[] column(int devices, IntToDoubleFunction cell) {
    return IntStream.range(0, devices).mapToDouble(cell).toArray();
  }
}
