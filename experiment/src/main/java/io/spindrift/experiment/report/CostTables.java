package io.spindrift.experiment.report;

import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.numerics.quantity.Dimension;
import java.util.List;
import java.util.Locale;

/** Areas, stages and prices of a run, each number with what it rests on. */
final class CostTables {
  static String areas(CostComparison cost) {
    if (cost.areas().isEmpty()) {
      return "<p class=\"note\">Areas of this run: " + Html.text(cost.areaSource()) + "</p>";
    }
    return "<h3>The area of the array at "
        + Html.number(Math.round(cost.nodeMeters() * 1e10) / 10.0)
        + " nm</h3>"
        + Html.table(
            List.of("component", "count", "each", "in all", "kind and source"),
            List.of(0, 4),
            cost.areas().stream()
                .map(a ->
                    List.of(
                        Html.text(a.item()),
                        Html.whole(a.count()),
                        micrometers(a.squareMetersEach()),
                        micrometers(a.squareMeters()),
                        source(a.kind(), a.source())))
                .toList());
  }

  static String stages(CostComparison cost) {
    return cost.stages().isEmpty()
        ? ""
        : Html.table(
                List.of("stage", "energy", "time of the array", "random bits"),
                List.of(0),
                cost.stages().stream()
                    .map(s ->
                        List.of(
                            Html.text(s.stage()),
                            Html.quantity(s.joules(), Dimension.ENERGY),
                            Html.quantity(s.seconds(), Dimension.TIME),
                            s.bits() == 0 ? "–" : Html.number(s.bits())))
                    .toList())
            + Html.paragraph(
                "<span class=\"note\">Time: the actions of the memory one after another, a row of"
                    + " cells at once; the denoiser's own time is not in it.</span>");
  }

  static String prices(CostComparison cost) {
    return cost.prices().isEmpty()
        ? ""
        : Html.table(
                List.of("action", "energy", "varied between", "time", "kind and source"),
                List.of(0, 4),
                cost.prices().stream()
                    .map(p ->
                        List.of(
                            Html.text(p.action()),
                            Html.quantity(p.joules(), Dimension.ENERGY),
                            Html.quantity(p.lowJoules(), Dimension.ENERGY)
                                + " … "
                                + Html.quantity(p.highJoules(), Dimension.ENERGY),
                            Html.known(p.seconds(), Dimension.TIME),
                            source(p.kind(), p.source() + " (range: " + p.rangeReason() + ")")))
                    .toList())
            + Html.paragraph(
                "<span class=\"note\">Tables: "
                    + Html.text(String.join("; ", cost.tables()))
                    + ".</span>");
  }

  private static String micrometers(double squareMeters) {
    return String.format(Locale.ROOT, "%.4g µm²", squareMeters * 1e12);
  }

  private static String source(String kind, String source) {
    return "<span class=\"source\"><b>"
        + Html.text(kind)
        + "</b> · "
        + Html.text(source)
        + "</span>";
  }

  private CostTables() {}
}
