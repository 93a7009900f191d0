package io.spindrift.experiment.report;

import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.StageReading.BitReading;
import io.spindrift.experiment.run.StageReading.FidReading;
import io.spindrift.experiment.run.StageReading.Interval;
import io.spindrift.experiment.run.StageReading.NoiseReading;
import io.spindrift.experiment.run.StageReading.Verdict;
import io.spindrift.numerics.quantity.Dimension;

/** The figures that a reader looks for first. */
final class Cards {
  static String html(Metrics metrics) {
    StringBuilder html = new StringBuilder("<div class=\"cards\">");
    FidReading fid = metrics.fid();
    if (fid != null) {
      html.append(distance("hardware", "FID, hardware noise", fid.hardware()));
      html.append(distance("software", "FID, software noise", fid.software()));
      html.append(distance("reference", "FID, floor of real images", fid.floor()));
    }
    BitReading bits = metrics.bits();
    if (bits != null) {
      long passed = count(metrics, Verdict.PASSES);
      long judged = passed + count(metrics, Verdict.FAILS);
      html.append(
          card(
              bits.passed() ? "second" : "accent",
              "bits",
              passed + " of " + judged,
              "checks pass over " + Html.whole(bits.count()) + " bits"));
    }
    NoiseReading noise = metrics.noise();
    if (noise != null) {
      html.append(
          card(
              "reference",
              "noise, distance to normal",
              Html.fixed(noise.kolmogorovSmirnov(), 4),
              "Kolmogorov–Smirnov, reach " + Html.fixed(noise.reachSigma(), 1) + " σ"));
    }
    CostComparison cost = metrics.cost();
    if (cost != null) {
      TechnologyReading cell = cost.generators().getFirst();
      TechnologyReading whole = cost.generators().getLast();
      html.append(
          card(
              "accent",
              "energy per bit",
              Html.known(cell.joulesPerBit(), Dimension.ENERGY),
              "cell only; with periphery " + Html.known(whole.joulesPerBit(), Dimension.ENERGY)));
    }
    return html.append("</div>").toString();
  }

  private static long count(Metrics metrics, Verdict verdict) {
    return metrics.entropy().values().stream().filter(c -> c.verdict() == verdict).count();
  }

  private static String distance(String ink, String label, Interval interval) {
    return card(
        ink,
        label,
        Html.number(interval.value(), 3),
        QualitySection.range(interval) + ", " + Html.whole(interval.count()) + " images");
  }

  private static String card(String ink, String label, String value, String detail) {
    return "<div class=\"card\" style=\"--mark:var(--"
        + ink
        + ")\"><div class=\"label\">"
        + label
        + "</div><div class=\"value\">"
        + value
        + "</div><div class=\"detail\">"
        + detail
        + "</div></div>";
  }

  private Cards() {}
}
