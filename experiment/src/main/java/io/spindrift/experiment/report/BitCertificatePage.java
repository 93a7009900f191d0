package io.spindrift.experiment.report;

import io.spindrift.entropy.certificate.AutocorrelationFunction;
import io.spindrift.entropy.certificate.BitPortrait;
import io.spindrift.entropy.certificate.Periodogram;
import io.spindrift.entropy.certificate.PooledPower;
import io.spindrift.entropy.certificate.RunLengths;
import io.spindrift.entropy.sp80022.SuiteReport;
import io.spindrift.entropy.sp80022.SuiteReport.Rejection;
import io.spindrift.entropy.sp80022.TestSummary;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import io.spindrift.experiment.plot.CertificateFigures;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.report.CertificatePage.Stamp;
import io.spindrift.numerics.file.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The certificate of a file of bits: one page that opens offline and prints. */
public final class BitCertificatePage {
  /**
   * Writes the page.
   *
   * @param target where the page goes; it appears whole or not at all
   * @param subject the file
   * @param report what SP 800-22 found
   * @param constants which constants its tests used, in words
   * @param portrait run lengths, autocorrelation and spectrum
   * @param assessment the non-IID track of SP 800-90B, null when it was not asked for
   */
  public static void write(
      Path target,
      CertificateSubject subject,
      SuiteReport report,
      String constants,
      BitPortrait portrait,
      @Nullable NonIidAssessment assessment) {
    AtomicFile.writeText(target, html(subject, report, constants, portrait, assessment));
  }

  static String html(
      CertificateSubject subject,
      SuiteReport report,
      String constants,
      BitPortrait portrait,
      @Nullable NonIidAssessment assessment) {
    long bits = report.sequences() * report.lengthBits();
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("bits tested", Html.whole(bits)));
    facts.add(
        List.of(
            "sequences",
            Html.whole(report.sequences()) + " of " + Html.whole(report.lengthBits()) + " bits"));
    facts.add(List.of("constants", Html.text(constants)));
    CertificatePage page =
        new CertificatePage(
            subject,
            "certificate of bits",
            "NIST SP 800-22 Rev 1a, fifteen tests, one family-wise verdict",
            facts);
    page.cards(cards(report, assessment), stamp(report));
    page.section("Verdict", verdict(report));
    page.section("Every test", SuiteTable.html(report));
    page.section("Pictures", CertificatePage.figures(figures(report, portrait)) + seen(portrait));
    if (assessment != null) {
      page.section("Entropy estimate, NIST SP 800-90B", EntropyTable.html(assessment));
    }
    page.section("What this does not show", CertificatePage.list(limits(report)));
    page.section("Sources", CertificatePage.list(sources(assessment != null)));
    return page.html();
  }

  private static Stamp stamp(SuiteReport report) {
    return Stamp.valueOf(report.verdict().name());
  }

  private static List<List<String>> cards(
      SuiteReport report, @Nullable NonIidAssessment assessment) {
    List<List<String>> cards = new ArrayList<>();
    cards.add(
        List.of(
            "verdict",
            stamp(report).words(),
            report.rejectedBy().size() + " of " + report.checks() + " checks reject"));
    long applicable = report.summaries().stream().mapToLong(TestSummary::applicable).sum();
    long passed = report.summaries().stream().mapToLong(TestSummary::passed).sum();
    cards.add(
        List.of(
            "p-values of at least 0.01",
            applicable == 0 ? "–" : Html.fixed(100.0 * passed / applicable, 2) + " %",
            Html.whole(passed) + " of " + Html.whole(applicable) + ", 99 % expected"));
    cards.add(
        List.of(
            "bias it would have found",
            report.checks() == 0 ? "–" : Html.number(power(report).bitBias(), 2),
            "|P(1) − ½|, nine times in ten"));
    if (assessment != null) {
      cards.add(
          List.of(
              "min-entropy, SP 800-90B",
              Html.fixed(assessment.assessedBitsPerSymbol(), 4),
              "bits per symbol, a lower estimate"));
    }
    return cards;
  }

  private static PooledPower power(SuiteReport report) {
    return new PooledPower(
        report.sequences(), report.lengthBits(), report.level() / Math.max(1, report.checks()));
  }

  private static String verdict(SuiteReport report) {
    String rule =
        "Fair independent bits are rejected with a probability of at most "
            + CertificatePage.percent(report.level())
            + " in all. "
            + (report.sequences() > 1
                ? "Each test is judged by the number of sequences that pass, by the uniformity of"
                    + " its p-values and by the smallest of them; "
                : "Each test is judged by its p-value; ")
            + "Holm's procedure makes one verdict of the "
            + report.checks()
            + " checks, however they depend on each other. A test that does not apply has no part.";
    StringBuilder html = new StringBuilder(Html.paragraph(rule));
    if (!report.rejectedBy().isEmpty()) {
      html.append(Html.paragraph(rejections(report.rejectedBy())));
    }
    if (report.checks() > 0) {
      html.append(Html.paragraph(detected(report)));
    }
    html.append(Html.paragraph(pooling(report)));
    if (report.stoppedEarly()) {
      html.append(
          Html.paragraph(
              "The test stopped once the verdict was certain; later sequences were not judged."));
    }
    return html.toString();
  }

  private static String rejections(List<Rejection> rejected) {
    int shown = Math.min(6, rejected.size());
    StringBuilder html = new StringBuilder("Rejected by ");
    for (int i = 0; i < shown; i++) {
      Rejection r = rejected.get(i);
      html.append(i == 0 ? "<b>" : ", <b>")
          .append(Html.text((r.test() + " " + r.parameter()).strip()));
      html.append("</b> (").append(word(r.check())).append(", p = ");
      html.append(Html.number(r.pValue(), 2)).append(")");
    }
    if (rejected.size() > shown) {
      html.append(" and ").append(rejected.size() - shown).append(" more checks");
    }
    return html.append(".").toString();
  }

  private static String word(String check) {
    return switch (check) {
      case "proportion" -> "number of sequences that pass";
      case "uniformity" -> "uniformity of the p-values";
      case "extreme" -> "smallest p-value";
      default -> "p-value";
    };
  }

  private static String detected(SuiteReport report) {
    PooledPower power = power(report);
    return "<b>What could have been detected.</b> With so many bits this certificate rejects, nine"
        + " times in ten, a constant bias |P(1) − ½| of "
        + Html.number(power.bitBias(), 2)
        + " and a correlation between neighbouring bits of "
        + Html.number(power.correlation(), 2)
        + ". Smaller defects can pass.";
  }

  private static String pooling(SuiteReport report) {
    return "<b>Pooling limit.</b> At most "
        + Html.whole(report.poolingLimit())
        + " sequences of this length may be pooled before the p-values' own inexactness would be"
        + " taken for a fault of the bits; "
        + Html.whole(report.sequences())
        + (report.sequences() == 1 ? " was" : " were")
        + " judged.";
  }

  private static List<Supplier<Figure>> figures(SuiteReport report, BitPortrait portrait) {
    RunLengths runs = portrait.runs();
    int longest = RunLengths.LONGEST - 1;
    long[] counts = IntStream.rangeClosed(1, longest).mapToLong(runs::count).toArray();
    double[] expected = IntStream.rangeClosed(1, longest).mapToDouble(runs::expected).toArray();
    AutocorrelationFunction acf = portrait.autocorrelation();
    double[] r = IntStream.rangeClosed(1, acf.lags()).mapToDouble(acf::correlation).toArray();
    List<Supplier<Figure>> figures = new ArrayList<>();
    figures.add(() -> CertificateFigures.pValues(bins(report)));
    figures.add(() -> CertificateFigures.runLengths(counts, expected));
    figures.add(() -> CertificateFigures.autocorrelation("bits", r, acf.standardError(1)));
    Periodogram spectrum = portrait.spectrum();
    if (spectrum.segments() > 0) {
      figures.add(() ->
          CertificateFigures.spectrum(
              spectrum.frequencies(), spectrum.powers(), spectrum.halfBand(0.99)));
    }
    return figures;
  }

  private static long[] bins(SuiteReport report) {
    long[] sum = new long[10];
    for (TestSummary summary : report.summaries()) {
      long[] bins = summary.bins();
      for (int i = 0; i < sum.length && i < bins.length; i++) {
        sum[i] += bins[i];
      }
    }
    return sum;
  }

  private static String seen(BitPortrait portrait) {
    return Html.paragraph(
        "<span class=\"note\">Run lengths, autocorrelation and spectrum show the first "
            + Html.whole(portrait.bits())
            + " bits, whose longest run has "
            + Html.whole(portrait.runs().longest())
            + " bits and whose share of ones is "
            + String.format(
                Locale.ROOT, "%.6f", portrait.ones() / (double) Math.max(1, portrait.bits()))
            + ". The pictures have no part in the verdict.</span>");
  }

  private static List<String> limits(SuiteReport report) {
    List<String> limits = new ArrayList<>();
    limits.add(
        "That the bits are random. A good pseudo-random generator passes every test here; a pass"
            + " says that no defect of the stated size was seen, not that the source is physical or"
            + " unpredictable.");
    limits.add(
        "Anything about bits that were not tested, such as those made at another temperature,"
            + " voltage or age.");
    if (report.sequences() < 55) {
      limits.add(
          "The uniformity of the p-values, for which SP 800-22 asks for 55 sequences or more.");
    }
    boolean left = report.summaries().stream().anyMatch(s -> s.applicable() == 0);
    if (left) {
      limits.add("The tests marked as not applying: the sequences are too short or too one-sided.");
    }
    return limits;
  }

  private static List<String> sources(boolean estimated) {
    List<String> sources = new ArrayList<>();
    sources.add(
        "A. Rukhin et al., <i>A Statistical Test Suite for Random and Pseudorandom Number"
            + " Generators for Cryptographic Applications</i>, NIST SP 800-22 Rev 1a (2010).");
    if (estimated) {
      sources.add(
          "M. S. Turan et al., <i>Recommendation for the Entropy Sources Used for Random Bit"
              + " Generation</i>, NIST SP 800-90B (2018).");
    }
    sources.add(
        "S. Holm, <i>A simple sequentially rejective multiple test procedure</i>, Scand. J."
            + " Statist. 6 (1979).");
    sources.add(
        "A. J. Menezes, P. C. van Oorschot, S. A. Vanstone, <i>Handbook of Applied Cryptography</i>"
            + " (1996), section 5.4.4: run lengths and autocorrelation.");
    sources.add("M. S. Bartlett, Nature 161, 686 (1948): the averaged periodogram.");
    return sources;
  }

  private BitCertificatePage() {}
}
