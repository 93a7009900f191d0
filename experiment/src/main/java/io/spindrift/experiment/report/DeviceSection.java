package io.spindrift.experiment.report;

import io.spindrift.experiment.run.StageReading.DeviceReading;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;
import java.util.Optional;

/** The junction: its switching curve and the operating point on it. */
final class DeviceSection implements Section {
  @Override
  public String id() {
    return "device";
  }

  @Override
  public String title() {
    return "The junction";
  }

  @Override
  public Optional<String> html(RunFiles run, Figures figures) {
    return Optional.ofNullable(run.metrics().device())
        .map(d -> lead(d) + figures.switchingCurve().orElse("") + facts(d) + sources(d));
  }

  private static String lead(DeviceReading d) {
    return Html.paragraph(
        "<b>"
            + Html.text(d.name())
            + "</b>: "
            + Html.text(d.model())
            + ". The operating point is the "
            + Html.text(d.operatingPoint())
            + " at "
            + Html.quantity(d.operatingPulseSeconds(), Dimension.TIME)
            + ", where a pulse leaves the parallel state with probability "
            + Html.fixed(d.switchFromParallel(), 3)
            + " and the antiparallel state with "
            + Html.fixed(d.switchFromAntiparallel(), 3)
            + ".");
  }

  private static String facts(DeviceReading d) {
    return Html.facts(
        List.of(
            List.of("voltage", Html.quantity(d.operatingVoltageVolts(), Dimension.VOLTAGE)),
            List.of("pulse", Html.quantity(d.operatingPulseSeconds(), Dimension.TIME)),
            List.of("temperature", Html.quantity(d.temperatureKelvin(), Dimension.TEMPERATURE)),
            List.of(
                "resistance P", Html.quantity(d.resistanceParallelOhms(), Dimension.RESISTANCE)),
            List.of(
                "resistance AP",
                Html.quantity(d.resistanceAntiparallelOhms(), Dimension.RESISTANCE)),
            List.of("energy of a pulse (P)", Html.quantity(d.pulseJoules(), Dimension.ENERGY))));
  }

  private static String sources(DeviceReading d) {
    StringBuilder html = new StringBuilder("<details><summary>Where the numbers of this device");
    html.append(" come from</summary><ul>");
    d.sources().forEach(s -> html.append("<li>").append(Html.text(s)).append("</li>"));
    return html.append("</ul></details>").toString();
  }
}
