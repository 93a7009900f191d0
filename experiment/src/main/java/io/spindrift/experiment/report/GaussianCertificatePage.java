package io.spindrift.experiment.report;

import io.spindrift.entropy.certificate.FamilyVerdict;
import io.spindrift.entropy.certificate.FamilyVerdict.Member;
import io.spindrift.entropy.certificate.GaussianCertificate;
import io.spindrift.entropy.certificate.GaussianCertificate.Tail;
import io.spindrift.entropy.certificate.GaussianPortrait;
import io.spindrift.entropy.certificate.Moments;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import io.spindrift.experiment.plot.CertificateFigures;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.report.CertificatePage.Stamp;
import io.spindrift.numerics.file.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** The certificate of a file of Gaussian samples: one page that opens offline and prints. */
public final class GaussianCertificatePage {
  /** Writes the page; it appears whole or not at all. */
  public static void write(
      Path target,
      CertificateSubject subject,
      GaussianCertificate certificate,
      GaussianPortrait portrait) {
    AtomicFile.writeText(target, html(subject, certificate, portrait));
  }

  static String html(
      CertificateSubject subject, GaussianCertificate certificate, GaussianPortrait portrait) {
    CertificatePage page =
        new CertificatePage(
            subject,
            "certificate of Gaussian samples",
            "Moments, distances, tails and correlation against the standard normal, one family-wise"
                + " verdict",
            List.of(
                List.of("samples", Html.whole(certificate.count())),
                List.of(
                    "range",
                    Html.fixed(certificate.lowest(), 3)
                        + " to "
                        + Html.fixed(certificate.highest(), 3)
                        + " σ"),
                List.of("sorted for KS and AD", Html.whole(certificate.sortedCount()))));
    page.cards(cards(certificate), stamp(certificate.normal()));
    page.section("Verdict", verdict(certificate));
    page.section("Against the standard normal", table(certificate.normal()));
    FamilyVerdict stated = certificate.stated();
    if (stated != null) {
      page.section("Against the law that the method states", statedLead(stated) + table(stated));
    }
    page.section("Moments and tails", moments(certificate));
    page.section("Pictures", CertificatePage.figures(figures(certificate, portrait)));
    page.section("What this does not show", CertificatePage.list(limits()));
    page.section("Sources", CertificatePage.list(sources()));
    return page.html();
  }

  private static Stamp stamp(FamilyVerdict family) {
    return Stamp.valueOf(family.verdict().name());
  }

  private static List<List<String>> cards(GaussianCertificate certificate) {
    FamilyVerdict normal = certificate.normal();
    List<List<String>> cards = new ArrayList<>();
    cards.add(
        List.of(
            "standard normal",
            stamp(normal).words(),
            normal.rejected().size() + " of " + normal.judged() + " tests reject"));
    FamilyVerdict stated = certificate.stated();
    if (stated != null) {
      cards.add(
          List.of(
              "law of the method",
              stamp(stated).words(),
              stated.rejected().size() + " of " + stated.judged() + " tests reject"));
    }
    cards.add(
        List.of(
            "distance to normal",
            Html.number(certificate.kolmogorovSmirnov(), 2),
            "Kolmogorov–Smirnov D"));
    cards.add(
        List.of(
            "shift it would have found",
            Html.number(certificate.power().meanShift(), 2) + " σ",
            "of the mean, nine times in ten"));
    return cards;
  }

  private static String verdict(GaussianCertificate certificate) {
    return Html.paragraph(
            "Good samples are rejected with a probability of at most "
                + CertificatePage.percent(certificate.normal().level())
                + " in all; Holm's procedure makes one verdict of the "
                + certificate.normal().judged()
                + " tests, however they depend on each other.")
        + Html.paragraph(
            "<b>What could have been detected.</b> " + Html.text(certificate.power().ofSamples()));
  }

  private static String statedLead(FamilyVerdict stated) {
    return Html.paragraph(
        "The method of synthesis has an exact law of its own. These tests ask whether the samples"
            + " follow it: <b>"
            + stamp(stated).words()
            + "</b>. A lattice differs from the normal beyond doubt once there are enough samples,"
            + " and may still be exactly what it should be.");
  }

  private static String table(FamilyVerdict family) {
    List<List<String>> rows = new ArrayList<>();
    for (Member member : family.members()) {
      rows.add(
          switch (member.result().outcome()) {
            case Judged judged ->
                List.of(
                    Html.text(member.title()),
                    Html.number(judged.statistic(), 4),
                    Html.number(judged.pValue()),
                    CertificatePage.verdict(true, member.rejected()));
            case NotApplicable none ->
                List.of(
                    Html.text(member.title())
                        + "<div class=\"source\">"
                        + Html.text(none.reason())
                        + "</div>",
                    "–",
                    "–",
                    CertificatePage.verdict(false, false));
          });
    }
    return Html.table(List.of("test", "statistic", "p-value", "verdict"), List.of(0), rows);
  }

  private static String moments(GaussianCertificate certificate) {
    Moments m = certificate.moments();
    List<List<String>> rows = new ArrayList<>();
    rows.add(moment("mean", m.mean(), m.meanError(), 0));
    rows.add(moment("variance", m.variance(), m.varianceError(), 1));
    rows.add(moment("skewness", m.skewness(), m.skewnessError(), 0));
    rows.add(moment("excess kurtosis", m.excessKurtosis(), m.excessKurtosisError(), 0));
    List<List<String>> tails = new ArrayList<>();
    for (Tail tail : certificate.tails()) {
      tails.add(
          List.of(
              "|x| &gt; " + tail.sigma() + " σ",
              Html.whole(tail.counted()),
              Html.number(tail.normalExpected(), 4)));
    }
    return "<div class=\"pair\"><div>"
        + Html.table(List.of("moment", "found", "standard error", "normal"), List.of(0), rows)
        + "</div><div>"
        + Html.table(List.of("tails", "counted", "normal expects"), List.of(0), tails)
        + "</div></div>";
  }

  private static List<String> moment(String name, double found, double error, double normal) {
    return List.of(name, Html.number(found, 4), Html.number(error, 2), Html.number(normal));
  }

  private static List<Supplier<Figure>> figures(
      GaussianCertificate certificate, GaussianPortrait portrait) {
    double[] r = certificate.autocorrelation().stream().mapToDouble(Double::doubleValue).toArray();
    double[] normal =
        Arrays.stream(portrait.levels()).map(x -> 2 * NormalTails.upperTail(x)).toArray();
    return List.of(
        () ->
            CertificateFigures.quantiles(
                portrait.normalQuantiles(), portrait.sampleQuantiles(), portrait.quantileErrors()),
        () ->
            CertificateFigures.histogram(
                portrait.centres(), portrait.densities(), portrait.lattice()),
        () ->
            CertificateFigures.tails(
                portrait.levels(), portrait.beyond(), normal, portrait.samples()),
        () ->
            CertificateFigures.autocorrelation(
                "samples", r, 1 / Math.sqrt((double) certificate.count())));
  }

  private static List<String> limits() {
    return List.of(
        "Defects below the sizes named under the verdict.",
        "Dependence that no lag up to 32 shows, such as of squares or over thousands of samples.",
        "Tails beyond the largest sample: a method of finite reach is caught by its counts at 3, 4"
            + " and 5 σ only when enough samples are expected there.");
  }

  private static List<String> sources() {
    return List.of(
        "J. Vrbik, Pioneer J. Theor. Appl. Stat. 15 (2018): Kolmogorov–Smirnov at finite numbers.",
        "T. W. Anderson, D. A. Darling, Ann. Math. Stat. 23 (1952); G. Marsaglia, J. Marsaglia, J."
            + " Stat. Softw. 9(2) (2004): the law of A².",
        "H. B. Mann, A. Wald, Ann. Math. Stat. 13 (1942): the number of equiprobable cells.",
        "R. B. D’Agostino, Biometrika 57 (1970); F. J. Anscombe, W. J. Glynn, Biometrika 70 (1983):"
            + " skewness and kurtosis.",
        "G. M. Ljung, G. E. P. Box, Biometrika 65 (1978): all lags together.",
        "S. Holm, Scand. J. Statist. 6 (1979): the family-wise verdict.");
  }

  private GaussianCertificatePage() {}
}
