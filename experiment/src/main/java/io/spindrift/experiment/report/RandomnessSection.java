package io.spindrift.experiment.report;

import io.spindrift.experiment.run.StageReading.BitReading;
import io.spindrift.experiment.run.StageReading.CheckReading;
import io.spindrift.experiment.run.StageReading.NoiseReading;
import io.spindrift.experiment.run.StageReading.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The bits with their certificate, and the Gaussian noise made of them. */
final class RandomnessSection implements Section {
  @Override
  public String id() {
    return "randomness";
  }

  @Override
  public String title() {
    return "Bits and noise";
  }

  @Override
  public Optional<String> html(RunFiles run, Figures figures) {
    BitReading bits = run.metrics().bits();
    NoiseReading noise = run.metrics().noise();
    if (bits == null || noise == null) {
      return Optional.empty();
    }
    return Optional.of(
        lead(bits)
            + certificate(bits, run.metrics().entropy().values())
            + Html.paragraph(noise(noise))
            + noiseCertificate(noise)
            + "<div class=\"pair\">"
            + figures.noiseHistogram().orElse("")
            + figures.autocorrelation().orElse("")
            + "</div>");
  }

  private static String lead(BitReading bits) {
    return Html.paragraph(
        Html.whole(bits.count())
            + " bits from "
            + Html.text(bits.source())
            + " over "
            + Html.whole(bits.devices())
            + " junctions"
            + (bits.xorFold() > 1
                ? ", " + bits.xorFold() + " raw bits folded into one by exclusive-or"
                : ", not folded")
            + ". Share of ones "
            + Html.fixed(bits.onesShare(), 4)
            + ".");
  }

  private static String certificate(BitReading bits, Collection<CheckReading> checks) {
    return table("check", checks)
        + Html.paragraph(
            "<span class=\"note\">NIST SP 800-22 Rev 1a with exact constants, and autocorrelation"
                + " at four lags. The certificate rejects fair bits with probability "
                + Html.number(bits.level(), 1)
                + " in all (Holm); the p-value of many results in one line is Bonferroni's bound. "
                + Html.text(bits.power())
                + "</span>")
        + entropy(bits);
  }

  private static String entropy(BitReading bits) {
    Double assessed = bits.minEntropyBits();
    return assessed == null
        ? ""
        : Html.paragraph(
            "The non-IID track of NIST SP 800-90B assesses "
                + Html.fixed(assessed, 4)
                + " bits of min-entropy per bit. That is a lower estimate by design, fair bits"
                + " score below 1, and it has no part in the verdict.");
  }

  private static String noiseCertificate(NoiseReading noise) {
    return "<div class=\"pair\"><div>"
        + table("against the standard normal", noise.againstNormal().values())
        + "</div><div>"
        + table("against the stated law", noise.againstStated().values())
        + "</div></div>"
        + Html.paragraph(
            "<span class=\"note\">A sum of bits is a lattice: with so many samples it differs from"
                + " the standard normal beyond doubt, and the right column asks whether it differs"
                + " from the law that it states. "
                + Html.text(noise.power())
                + "</span>");
  }

  private static String table(String head, Collection<CheckReading> checks) {
    List<List<String>> rows =
        checks.stream()
            .map(c ->
                List.of(
                    Html.text(c.title()),
                    Html.known(c.statistic()),
                    Html.known(c.pValue()),
                    "<span class=\"" + mark(c.verdict()) + "\">" + c.verdict().words() + "</span>"))
            .toList();
    return Html.table(List.of(head, "statistic", "p-value", "verdict"), List.of(0), rows);
  }

  private static String mark(Verdict verdict) {
    return switch (verdict) {
      case PASSES -> "pass";
      case FAILS -> "fail";
      case NOT_APPLICABLE -> "none";
    };
  }

  private static String noise(NoiseReading n) {
    return "Gaussian samples: "
        + Html.text(n.source())
        + ". Over "
        + Html.whole(n.samples())
        + " samples the mean is "
        + Html.number(n.mean())
        + ", the variance "
        + Html.fixed(n.variance(), 4)
        + ", the skewness "
        + Html.number(n.skewness(), 2)
        + ", the excess kurtosis "
        + Html.number(n.excessKurtosis(), 2)
        + "; the Kolmogorov–Smirnov distance to the standard normal is <b>"
        + Html.fixed(n.kolmogorovSmirnov(), 4)
        + "</b> and no sample can lie beyond <b>"
        + Html.fixed(n.reachSigma(), 2)
        + " σ</b>. A perfect sum of "
        + n.bitsPerSample()
        + " bits takes "
        + (n.bitsPerSample() + 1)
        + " values and has a distance of "
        + Html.fixed(n.idealKolmogorovSmirnov(), 4)
        + ".";
  }
}
