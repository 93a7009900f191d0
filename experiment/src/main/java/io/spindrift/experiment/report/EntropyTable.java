package io.spindrift.experiment.report;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Finding.Result;
import io.spindrift.entropy.sp80090b.Finding.Scope;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import java.util.ArrayList;
import java.util.List;

/** The estimators of the non-IID track of SP 800-90B, all of them, and what they assess. */
final class EntropyTable {
  static String html(NonIidAssessment assessment) {
    List<List<String>> rows = new ArrayList<>();
    for (Finding finding : assessment.findings()) {
      rows.add(
          List.of(
              Html.text(finding.name()),
              finding.scope() == Scope.LITERAL ? "symbols" : "their bits",
              value(finding.result())));
    }
    return Html.paragraph(
            "Assessed min-entropy: <b>"
                + Html.fixed(assessment.assessedBitsPerSymbol(), 4)
                + " bits per symbol</b>, the least of the ten estimates by the rule of section"
                + " 3.1.3. Each estimate is a lower bound at 99 % under its own model, so that even"
                + " ideal bits score below 1, and the least of ten scores lower still. It is a"
                + " figure for the design of a conditioner, not a grade, and has no part in the"
                + " verdict.")
        + Html.table(List.of("estimator", "of", "min-entropy (bits)"), List.of(0, 1), rows);
  }

  private static String value(Result result) {
    return switch (result) {
      case Result.Entropy entropy -> Html.fixed(entropy.minEntropyBits(), 4);
      case Result.Decision decision -> decision.passed() ? "passed" : "failed";
      case Result.NotApplicable none -> "does not apply: " + Html.text(none.reason());
    };
  }

  private EntropyTable() {}
}
