package io.spindrift.cli.command;

import io.spindrift.cli.command.BitFormat.BitPlace;
import io.spindrift.cli.command.SourceOptions.Source;
import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.entropy.coin.FreeRunningCoin;
import io.spindrift.entropy.coin.StatedCoin;
import io.spindrift.entropy.conditioning.BitLaw;
import io.spindrift.entropy.conditioning.FeedbackCoin;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code entropy generate} tells of the bits that it wrote.
 *
 * @param out where they are
 * @param format how they are laid out
 * @param order which bit of a packed byte comes first
 * @param count how many there are
 * @param ones how many of them are 1
 * @param raw the source before conditioning
 * @param conditioned the source of the bits
 * @param junction what was simulated, if anything
 */
record GenerateReport(
    Path out,
    BitFormat format,
    BitPlace order,
    long count,
    long ones,
    ConditionedBits raw,
    ConditionedBits conditioned,
    Optional<Junction> junction) {
  /** The JSON document. */
  Map<String, Object> document(int fold, Source source, long seed) {
    Map<String, Object> document =
        JsonOutput.object(
            "file", out.toString(),
            "format", format.toString(),
            "bits", count,
            "onesShare", share(),
            "source", conditioned.source().name(),
            "reproducible", source != Source.SYSTEM);
    if (format == BitFormat.PACKED) {
      document.put("bitOrder", order.toString());
    }
    raw.law()
        .ifPresent(law -> {
          document.put("predictedShare", law.onesShare());
          document.put("predictedLagCorrelations", correlations(law));
        });
    document.put("xorFold", fold);
    document.put("conditioning", conditioned.steps());
    conditioned.outputRate().ifPresent(rate -> document.put("outputRate", rate));
    conditioned.law().ifPresent(law -> document.put("predictedResidualBias", law.bias()));
    junction.ifPresent(tossed -> {
      document.put("device", tossed.name());
      document.put("operatingPoint", operatingPoint(tossed.operatingPoint()));
    });
    document.put("seed", seed);
    return document;
  }

  /** Known correlations by lag: of a coin, among others, that of two reads of one cell. */
  private Map<String, Object> correlations(BitLaw law) {
    Map<String, Object> byLag = new LinkedHashMap<>();
    switch (raw.source()) {
      case FreeRunningCoin array -> lags(array, List.of(1, array.columns())).forEach(byLag::put);
      case StatedCoin coin -> lags(coin, List.of(1, 10, 100, 1000)).forEach(byLag::put);
      default -> law.lagOneCorrelation().ifPresent(rho -> byLag.put("1", rho));
    }
    return byLag;
  }

  private static Map<String, Object> lags(StatedCoin coin, List<Integer> lags) {
    Map<String, Object> byLag = new LinkedHashMap<>();
    lags.forEach(lag -> byLag.put(String.valueOf(lag), coin.correlation(lag)));
    return byLag;
  }

  /** The lines for a terminal. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(Locale.ROOT, "%s: %d bits, share of ones %.6f", out, count, share())
            + conditioned
                .law()
                .map(law -> String.format(Locale.ROOT, " (predicted %.6f)", law.onesShare()))
                .orElse("")
            + (conditioned.steps().isEmpty() || conditioned.outputRate().isEmpty()
                ? ""
                : String.format(
                    Locale.ROOT,
                    ", %.4g bits per tossed bit",
                    conditioned.outputRate().orElseThrow())));
    lines.add(
        conditioned.source().name()
            + junction
                .filter(tossed -> !(raw.source() instanceof FeedbackCoin))
                .map(Junction::operatingPoint)
                .map(point ->
                    String.format(
                        Locale.ROOT,
                        " at %s, %s (%s)",
                        Quantity.print(point.voltageVolts(), Dimension.VOLTAGE),
                        Quantity.print(point.pulseSeconds(), Dimension.TIME),
                        point.reason()))
                .orElse(""));
    return lines;
  }

  private double share() {
    return (double) ones / count;
  }

  private static Map<String, Object> operatingPoint(OperatingPoint point) {
    return JsonOutput.object(
        "voltageVolts", point.voltageVolts(),
        "pulseSeconds", point.pulseSeconds(),
        "temperatureKelvin", point.temperatureKelvin(),
        "probabilityFromParallel", point.fromParallel(),
        "probabilityFromAntiparallel", point.fromAntiparallel(),
        "reason", point.reason());
  }
}
