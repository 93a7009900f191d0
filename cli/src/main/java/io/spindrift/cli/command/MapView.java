package io.spindrift.cli.command;

import io.spindrift.device.MagneticState;
import io.spindrift.device.switching.SwitchingMap;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.experiment.plot.Axis;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.HeatFigure;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A switching map as text, document, table and figure.
 *
 * @param map the map
 * @param from state before the pulse
 * @param device what the device is called
 * @param method how the map was made
 * @param settings what was asked for
 * @param seconds time that the map took
 */
record MapView(
    SwitchingMap map,
    MagneticState from,
    String device,
    String method,
    SwitchingSettings settings,
    double seconds) {
  private static final double NANO = 1e9;
  private static final int WIDTH = 620;
  private static final int HEIGHT = 430;

  String summary() {
    SwitchingMap.Place best = map.best(from);
    SwitchingPoint point = best.point();
    return String.format(
        Locale.ROOT,
        "%s at %s from %s, %s: %d voltages x %d pulse widths in %.1f s%n"
            + "best P(switch) %.6f at %s and %s%n"
            + "write error there %.3e +- %.1e; largest error of a point %.1e",
        device,
        Quantity.print(settings.temperatureKelvin(), Dimension.TEMPERATURE),
        from.shortName(),
        method,
        map.curves().size(),
        settings.pulseSeconds().size(),
        seconds,
        point.probability(),
        Quantity.print(best.voltageVolts(), Dimension.VOLTAGE),
        Quantity.print(point.pulseSeconds(), Dimension.TIME),
        point.writeErrorRate(),
        point.standardError(),
        largestError());
  }

  private double largestError() {
    return map.from(from).stream()
        .mapToDouble(place -> place.point().standardError())
        .max()
        .orElseThrow();
  }

  Map<String, Object> document() {
    SwitchingMap.Place best = map.best(from);
    return JsonOutput.object(
        "device", device,
        "method", method,
        "temperatureKelvin", settings.temperatureKelvin(),
        "from", from.shortName(),
        "seconds", seconds,
        "bestProbability", best.point().probability(),
        "bestWriteErrorRate", best.point().writeErrorRate(),
        "bestVoltageVolts", best.voltageVolts(),
        "bestPulseSeconds", best.point().pulseSeconds(),
        "largestStandardError", largestError(),
        "points",
            map.from(from).stream()
                .map(place ->
                    JsonOutput.object(
                        "voltageVolts", place.voltageVolts(),
                        "pulseSeconds", place.point().pulseSeconds(),
                        "probability", place.point().probability(),
                        "writeErrorRate", place.point().writeErrorRate(),
                        "standardError", place.point().standardError()))
                .toList());
  }

  Table table() {
    List<SwitchingMap.Place> places = map.from(from);
    return Table.named("switching_map")
        .reals("voltage_volts", column(places, SwitchingMap.Place::voltageVolts))
        .reals("pulse_seconds", column(places, place -> place.point().pulseSeconds()))
        .words("from_state", places.stream().map(p -> from.shortName()).toArray(String[]::new))
        .reals("probability", column(places, place -> place.point().probability()))
        .reals("write_error_rate", column(places, place -> place.point().writeErrorRate()))
        .reals("standard_error", column(places, place -> place.point().standardError()));
  }

  private static double[] column(
      List<SwitchingMap.Place> places, ToDoubleFunction<SwitchingMap.Place> value) {
    return places.stream().mapToDouble(value).toArray();
  }

  Figure figure() {
    SwitchingMap.Place best = map.best(from);
    double[] pulses =
        map.curves().getFirst().from(from).stream()
            .mapToDouble(point -> NANO * point.pulseSeconds())
            .toArray();
    double[] volts = map.curves().stream().mapToDouble(curve -> curve.voltageVolts()).toArray();
    double[][] values =
        map.curves().stream()
            .map(curve ->
                curve.from(from).stream().mapToDouble(SwitchingPoint::probability).toArray())
            .toArray(double[][]::new);
    return new HeatFigure(
            "switching_map", Axis.linear("pulse width (ns)"), Axis.linear("voltage (V)"))
        .over(pulses, volts, values)
        .scale("P(switch)", 0, 1)
        .mark(NANO * best.point().pulseSeconds(), best.voltageVolts())
        .draw(
            "Switching of %s at %s from %s (%s). The ring marks the best point."
                .formatted(
                    device,
                    Conditions.kelvin(settings.temperatureKelvin()),
                    from == MagneticState.PARALLEL ? "P" : "AP",
                    Conditions.effort(method, settings)),
            WIDTH,
            HEIGHT);
  }
}
