package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.population.CoinPopulation;
import io.spindrift.device.population.CoinPopulation.Yield;
import io.spindrift.device.population.Histogram;
import io.spindrift.device.population.Readings;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A population as a JSON document and as text. */
final class PopulationView {
  private static final double[] TOLERANCES = {0.01, 0.02, 0.05, 0.1, 0.2};
  private static final double[] QUANTILES = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1};

  private final DeviceSpec spec;
  private final String method;
  private final SwitchingSettings settings;
  private final ChosenPulse pulse;
  private final PopulationData data;
  private final long variationSeed;
  private final CommonOptions common;

  PopulationView(
      DeviceSpec spec,
      String method,
      SwitchingSettings settings,
      ChosenPulse pulse,
      PopulationData data,
      long variationSeed,
      CommonOptions common) {
    this.spec = spec;
    this.method = method;
    this.settings = settings;
    this.pulse = pulse;
    this.data = data;
    this.variationSeed = variationSeed;
    this.common = common;
  }

  Map<String, Object> document() {
    int trials = data.coins().map(c -> c.coins().getFirst().trials()).orElse(0);
    Map<String, Object> document =
        JsonOutput.object(
            "device", spec.name(),
            "method", method,
            "voltageVolts", settings.voltageVolts(),
            "pulseSeconds", settings.pulseSeconds().getFirst(),
            "pulseReason", pulse.reason(),
            "temperatureKelvin", settings.temperatureKelvin(),
            "stepSeconds", settings.stepSeconds(),
            "trajectories", trials,
            "devices", data.table().rows(),
            "variationSeed", variationSeed,
            "seed", common.seedOrDefault(),
            "redraws", data.redraws(),
            "redrawnDevices", data.redrawnDevices(),
            "heldDevices", data.heldDevices(),
            "parameters", data.parameters().stream().map(this::parameter).toList());
    data.coins().ifPresent(coins -> addCoins(document, coins));
    return document;
  }

  private static void addCoins(Map<String, Object> document, CoinPopulation coins) {
    document.put(
        "probability",
        JsonOutput.object(
            "p", readings(coins.probability(MagneticState.PARALLEL)),
            "ap", readings(coins.probability(MagneticState.ANTIPARALLEL))));
    document.put(
        "resetBias",
        JsonOutput.object(
            "p", readings(coins.resetBias(MagneticState.PARALLEL)),
            "ap", readings(coins.resetBias(MagneticState.ANTIPARALLEL))));
    coins.freeBias().ifPresent(free -> document.put("freeRunningBias", readings(free)));
    document.put("lagOneCorrelation", readings(coins.lagOne()));
    document.put("stuckDevices", coins.stuck());
    List<Map<String, Object>> yields = new ArrayList<>();
    biases(coins)
        .forEach((coin, bias) -> {
          for (double tolerance : TOLERANCES) {
            Yield yield = CoinPopulation.yield(bias, tolerance);
            yields.add(
                JsonOutput.object(
                    "coin", coin,
                    "tolerance", tolerance,
                    "share", yield.share(),
                    "standardError", yield.standardError(),
                    "shareWithoutCountingNoise", yield.withoutCounting()));
          }
        });
    document.put("yield", yields);
  }

  /** The three coins by name. */
  static Map<String, Readings> biases(CoinPopulation coins) {
    Map<String, Readings> biases = new LinkedHashMap<>();
    biases.put("reset to p", coins.resetBias(MagneticState.PARALLEL));
    biases.put("reset to ap", coins.resetBias(MagneticState.ANTIPARALLEL));
    coins.freeBias().ifPresent(free -> biases.put("free running", free));
    return biases;
  }

  private Map<String, Object> parameter(PopulationData.Varied varied) {
    Readings drawn = drawn(varied);
    return JsonOutput.object(
        "parameter", varied.name(),
        "law", varied.law(),
        "unit", varied.dimension().siSymbol(),
        "ownValue", varied.own(),
        "lawMean", varied.lawMean(),
        "lawSigma", varied.lawSigma(),
        "drawnMean", drawn.mean(),
        "drawnSigma", drawn.sigma());
  }

  private Readings drawn(PopulationData.Varied varied) {
    double[] values = data.table().numbers(varied.column());
    return new Readings(values, new double[values.length]);
  }

  private static Map<String, Object> readings(Readings r) {
    Map<String, Object> quantiles = new LinkedHashMap<>();
    for (double share : QUANTILES) {
      quantiles.put(Double.toString(share), r.quantile(share));
    }
    Histogram histogram = r.histogram();
    return JsonOutput.object(
        "mean", r.mean(),
        "standardError", r.meanError(),
        "sigma", r.sigma(),
        "sigmaStandardError", r.sigmaError(),
        "readSigma", r.readSigma(),
        "countingSigma", r.countingSigma(),
        "quantiles", quantiles,
        "histogram",
            JsonOutput.object(
                "low", histogram.low(),
                "width", histogram.width(),
                "counts", histogram.counts()));
  }

  /** Device, pulse and method, for captions. */
  String conditions() {
    double pulseSeconds = settings.pulseSeconds().getFirst();
    return "%d devices of %s, pulse %s (%s)."
        .formatted(
            data.table().rows(),
            Conditions.of(spec.name(), settings.voltageVolts(), settings.temperatureKelvin()),
            Quantity.print(pulseSeconds, Dimension.TIME),
            Conditions.effort(method, settings));
  }

  void print(Session session) {
    session.print(
        "%s, %d devices at %s, %s, %s",
        spec.name(),
        data.table().rows(),
        Quantity.print(settings.voltageVolts(), Dimension.VOLTAGE),
        Quantity.print(settings.pulseSeconds().getFirst(), Dimension.TIME),
        Quantity.print(settings.temperatureKelvin(), Dimension.TEMPERATURE));
    if (!data.parameters().isEmpty()) {
      TextTable table = new TextTable("parameter", "law", "own value", "sigma", "drawn sigma");
      for (PopulationData.Varied varied : data.parameters()) {
        table.add(
            varied.name(),
            varied.law(),
            Quantity.print(varied.own(), varied.dimension()),
            Quantity.print(rounded(varied.lawSigma()), varied.dimension()),
            Quantity.print(rounded(drawn(varied).sigma()), varied.dimension()));
      }
      table.print(session.out());
    }
    if (data.redraws() > 0) {
      session.print(
          "%d draws gave no possible device and were repeated, for %d of the devices",
          data.redraws(), data.redrawnDevices());
    }
    if (data.heldDevices() > 0) {
      session.print("%d devices are held at a limit of the fit", data.heldDevices());
    }
    data.coins().ifPresent(coins -> printCoins(session, coins));
  }

  private static void printCoins(Session session, CoinPopulation coins) {
    TextTable table =
        new TextTable(
            "reading", "mean", "sigma between devices", "counting", "5 %", "50 %", "95 %");
    add(table, "P(switch) from p", Optional.of(coins.probability(MagneticState.PARALLEL)));
    add(table, "P(switch) from ap", Optional.of(coins.probability(MagneticState.ANTIPARALLEL)));
    add(table, "bias, reset to p", Optional.of(coins.resetBias(MagneticState.PARALLEL)));
    add(table, "bias, free running", coins.freeBias());
    add(table, "lag-1 correlation", Optional.of(coins.lagOne()));
    table.print(session.out());
    if (coins.stuck() > 0) {
      session.print(
          "%d devices never switched and are left out of the free-running ones", coins.stuck());
    }
    List<String> headings = new ArrayList<>(List.of("share of devices with |bias| within"));
    Arrays.stream(TOLERANCES).forEach(t -> headings.add(String.format(Locale.ROOT, "%.2f", t)));
    TextTable yields = new TextTable(headings.toArray(String[]::new));
    biases(coins)
        .forEach((coin, bias) -> {
          List<String> cells = new ArrayList<>(List.of(coin));
          for (double tolerance : TOLERANCES) {
            Yield yield = CoinPopulation.yield(bias, tolerance);
            cells.add(
                String.format(Locale.ROOT, "%.3f +- %.3f", yield.share(), yield.standardError()));
          }
          yields.add(cells.toArray(String[]::new));
        });
    yields.print(session.out());
  }

  private static void add(TextTable table, String name, Optional<Readings> readings) {
    readings.ifPresent(r ->
        table.add(
            name,
            String.format(Locale.ROOT, "%.4f +- %.4f", r.mean(), r.meanError()),
            String.format(Locale.ROOT, "%.4f +- %.4f", r.sigma(), r.sigmaError()),
            String.format(Locale.ROOT, "%.4f", r.countingSigma()),
            String.format(Locale.ROOT, "%.4f", r.quantile(0.05)),
            String.format(Locale.ROOT, "%.4f", r.quantile(0.5)),
            String.format(Locale.ROOT, "%.4f", r.quantile(0.95))));
  }

  private static double rounded(double value) {
    return value == 0 ? 0 : Double.parseDouble(String.format(Locale.ROOT, "%.2e", value));
  }
}
