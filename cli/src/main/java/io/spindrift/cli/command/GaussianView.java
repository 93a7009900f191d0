package io.spindrift.cli.command;

import io.spindrift.entropy.certificate.FamilyVerdict;
import io.spindrift.entropy.certificate.FamilyVerdict.Member;
import io.spindrift.entropy.certificate.GaussianCertificate;
import io.spindrift.entropy.certificate.GaussianCertificate.Tail;
import io.spindrift.entropy.certificate.Moments;
import io.spindrift.entropy.certificate.PowerStatement;
import io.spindrift.entropy.recorded.RecordedSamples;
import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.CheckOutcome.NotApplicable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code entropy test --suite gaussian} prints.
 *
 * @param samples the file
 * @param certificate what was found
 */
record GaussianView(RecordedSamples samples, GaussianCertificate certificate) {
  /** The family that decides: against the stated law where one is given. */
  FamilyVerdict deciding() {
    FamilyVerdict stated = certificate.stated();
    return stated == null ? certificate.normal() : stated;
  }

  /** Prints tables of tests and one sentence for each verdict. */
  void print(Session session) {
    Moments m = certificate.moments();
    session.print(
        "%s: %d samples, mean %.6f, variance %.6f, skewness %.5f, excess kurtosis %.5f",
        samples.file(),
        certificate.count(),
        m.mean(),
        m.variance(),
        m.skewness(),
        m.excessKurtosis());
    print(session, certificate.normal(), "the standard normal");
    FamilyVerdict stated = certificate.stated();
    if (stated != null) {
      print(session, stated, "the stated law");
    }
    session.print("%s", certificate.power().ofSamples());
  }

  private static void print(Session session, FamilyVerdict family, String law) {
    TextTable table = new TextTable("against " + law, "statistic", "p-value", "");
    for (Member member : family.members()) {
      switch (member.result().outcome()) {
        case Judged judged ->
            table.add(
                member.title(),
                number(judged.statistic()),
                number(judged.pValue()),
                member.rejected() ? "rejected" : "");
        case NotApplicable none ->
            table.add(member.title(), "-", "-", "NOT APPLICABLE: " + none.reason());
      }
    }
    table.print(session.out());
    session.print(
        "%s: %d of %d tests reject %s, at a family-wise level of %.0f %% (Holm).",
        family.passed() ? "Passed" : "Failed",
        family.rejected().size(),
        family.judged(),
        law,
        100 * family.level());
  }

  private static String number(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) && size < 1e9) {
      return Long.toString((long) value);
    }
    return size == 0 || (size >= 1e-4 && size < 1e7)
        ? String.format(Locale.ROOT, size >= 1000 ? "%.0f" : "%.5f", value)
        : String.format(Locale.ROOT, "%.2e", value);
  }

  /** The JSON document. */
  Map<String, Object> json() {
    Moments m = certificate.moments();
    PowerStatement power = certificate.power();
    List<Object> tails = new ArrayList<>();
    for (Tail tail : certificate.tails()) {
      tails.add(
          JsonOutput.object(
              "sigma", tail.sigma(),
              "counted", tail.counted(),
              "normalExpected", tail.normalExpected()));
    }
    List<Object> results = new ArrayList<>();
    add(results, "normal", certificate.normal());
    FamilyVerdict stated = certificate.stated();
    if (stated != null) {
      add(results, "stated", stated);
    }
    return JsonOutput.object(
        "file", samples.file().toString(),
        "suite", "gaussian",
        "format", samples.format().name().toLowerCase(Locale.ROOT),
        "samples", certificate.count(),
        "sortedSamples", certificate.sortedCount(),
        "level", certificate.normal().level(),
        "verdict", word(deciding()),
        "normalVerdict", word(certificate.normal()),
        "statedVerdict", stated == null ? null : word(stated),
        "moments",
            JsonOutput.object(
                "mean", m.mean(),
                "meanError", m.meanError(),
                "variance", m.variance(),
                "varianceError", m.varianceError(),
                "skewness", m.skewness(),
                "skewnessError", m.skewnessError(),
                "excessKurtosis", m.excessKurtosis(),
                "excessKurtosisError", m.excessKurtosisError()),
        "lowest", certificate.lowest(),
        "highest", certificate.highest(),
        "kolmogorovSmirnovDistance", certificate.kolmogorovSmirnov(),
        "tails", tails,
        "autocorrelation", certificate.autocorrelation(),
        "detectable",
            JsonOutput.object(
                "power", power.power(),
                "levelOfOneTest", power.level(),
                "meanShift", power.meanShift(),
                "varianceError", power.varianceError(),
                "excessKurtosis", power.excessKurtosis(),
                "correlation", power.correlation(1),
                "clippingSigma", power.clippingSigma()),
        "results", results);
  }

  private static String word(FamilyVerdict family) {
    return family.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static void add(List<Object> results, String law, FamilyVerdict family) {
    for (Member member : family.members()) {
      boolean judged = member.result().outcome() instanceof Judged;
      results.add(
          JsonOutput.object(
              "law",
              law,
              "test",
              member.result().test(),
              "parameter",
              member.result().parameter(),
              "statistic",
              judged ? ((Judged) member.result().outcome()).statistic() : null,
              "pValue",
              judged ? ((Judged) member.result().outcome()).pValue() : null,
              "applicable",
              judged,
              "pass",
              judged ? (Object) !member.rejected() : null,
              "reason",
              member.result().outcome() instanceof NotApplicable none ? none.reason() : null));
    }
  }
}
