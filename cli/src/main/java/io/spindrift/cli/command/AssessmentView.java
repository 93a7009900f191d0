package io.spindrift.cli.command;

import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.recorded.RecordedSymbols;
import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Finding.Result;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import io.spindrift.entropy.sp80090b.iid.IidAssessment;
import io.spindrift.entropy.sp80090b.iid.IidVerdict;
import io.spindrift.entropy.sp80090b.restart.RestartAssessment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What {@code entropy assess} prints.
 *
 * @param record where the symbols were
 * @param bitOrder which bit of a packed byte came first
 * @param track which assessment
 * @param read the symbols
 * @param seed root of the shuffles
 * @param note what the standard asks for and the symbols do not meet; may be empty
 * @param verdict one word, or nothing where the track gives none
 * @param sentence the verdict as a sentence
 * @param figures top-level figures of the JSON document
 * @param findings estimators and tests with a word that tells those of rows and columns apart
 */
record AssessmentView(
    BitRecord record,
    String bitOrder,
    Track track,
    RecordedSymbols read,
    long seed,
    String note,
    String verdict,
    String sentence,
    Map<String, @Nullable Object> figures,
    List<Placed> findings) {
  /** Begins the name of a quantity that ends with the name of a permutation statistic. */
  static final String UNPERMUTED = "Unpermuted result ";

  /** A finding and where it was made: empty, {@code rows} or {@code columns}. */
  record Placed(Finding finding, String place) {
    /**
     * What tells findings of one name apart: a statistic of the permutation tests, or the scope.
     */
    String parameter() {
      Optional<String> statistic = statistic();
      if (statistic.isPresent()) {
        return statistic.get();
      }
      String scope = finding.scope().name().toLowerCase(Locale.ROOT);
      return place.isEmpty() ? scope : place + " " + scope;
    }

    /** Whether this is a statistic of the permutation tests. */
    boolean isPermutation() {
      return statistic().isPresent();
    }

    private Optional<String> statistic() {
      return finding.quantities().keySet().stream()
          .filter(quantity -> quantity.startsWith(UNPERMUTED))
          .map(quantity -> quantity.substring(UNPERMUTED.length()))
          .findFirst();
    }
  }

  AssessmentView(
      BitRecord record,
      String bitOrder,
      Track track,
      RecordedSymbols read,
      long seed,
      String note) {
    this(record, bitOrder, track, read, seed, note, "", "", Map.of(), List.of());
  }

  /** With the findings of the non-IID track. */
  AssessmentView of(NonIidAssessment found) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("assessedBitsPerSymbol", found.assessedBitsPerSymbol());
    more.put("originalBitsPerSymbol", found.originalBitsPerSymbol());
    more.put("bitstringBitsPerBit", boxed(found.bitstringBitsPerBit()));
    int width = read.symbols().bitsPerSymbol();
    String least =
        found.bitstringBitsPerBit().isPresent()
            ? String.format(
                Locale.ROOT,
                "min(H_original, %d H_bitstring) = min(%.6f, %d x %.6f)",
                width,
                found.originalBitsPerSymbol(),
                width,
                found.bitstringBitsPerBit().getAsDouble())
            : String.format(Locale.ROOT, "H_original = %.6f", found.originalBitsPerSymbol());
    return with(
        "assessed",
        String.format(
            Locale.ROOT,
            "Assessed: %.6f bits per symbol of %d, %s (SP 800-90B, 3.1.3). Every estimator gives a"
                + " lower bound by its own model; one of them alone does not measure quality.",
            found.assessedBitsPerSymbol(),
            width,
            least),
        more,
        placed(found.findings(), ""));
  }

  /** With the findings of the IID track. */
  AssessmentView of(IidAssessment found) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    boolean passed = found.verdict() instanceof IidVerdict.Passed;
    more.put("errorProbability", errorProbability(found.verdict()));
    more.put("assessedBitsPerSymbol", passed ? (Double) found.assessedBitsPerSymbol() : null);
    more.put("permutationsDone", found.permutationsDone());
    more.put("rawMean", found.rawMean());
    more.put("median", found.median());
    return with(word(found.verdict()), sentence(found), more, placed(found.findings(), ""));
  }

  /** With the findings of the restart track. */
  AssessmentView of(RestartAssessment found) {
    List<Placed> all = new ArrayList<>(placed(List.of(found.sanity(), found.validation()), ""));
    all.addAll(placed(found.rows(), "rows"));
    all.addAll(placed(found.columns(), "columns"));
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put(
        "assessedBitsPerSymbol", found.passed() ? (Double) found.validatedBitsPerSymbol() : null);
    return with(
        found.passed() ? "passed" : "failed",
        found.passed()
            ? String.format(
                Locale.ROOT,
                "Passed: restarts leave %.6f bits per symbol (SP 800-90B, 3.1.4).",
                found.validatedBitsPerSymbol())
            : "Failed: the restart tests of SP 800-90B, 3.1.4, do not validate the initial"
                + " estimate.",
        more,
        all);
  }

  /** Whether a check that was asked for failed. */
  boolean failed() {
    return verdict.contains("failed");
  }

  /** Prints the table and the verdict. */
  void print(Session session) {
    session.print(
        "%s: %d symbols of %d bit%s%s, track %s",
        record.file(),
        read.symbols().length(),
        read.symbols().bitsPerSymbol(),
        read.symbols().bitsPerSymbol() == 1 ? "" : "s",
        read.widthInferred() ? " (width of the largest symbol)" : "",
        track);
    int permutations = figures.get("permutationsDone") instanceof Integer done ? done : 0;
    new AssessmentTable(findings, permutations).print(session);
    session.print("%s", sentence);
    if (!note.isEmpty()) {
      session.print("%s; there are %d.", note, read.symbols().length());
    }
  }

  /** Prints the JSON document. */
  void printJson(Session session) {
    Map<String, @Nullable Object> document =
        JsonOutput.object(
            "file", record.file().toString(),
            "format", record.format().label(),
            "bitOrder", bitOrder,
            "track", track.toString(),
            "symbols", read.symbols().length(),
            "bitsPerSymbol", read.symbols().bitsPerSymbol(),
            "bitsPerSymbolInferred", read.widthInferred(),
            "verdict", verdict);
    document.putAll(figures);
    document.put("seed", track == Track.IID ? (Long) seed : null);
    document.put("note", note.isEmpty() ? null : note);
    document.put("results", findings.stream().map(AssessmentView::result).toList());
    JsonOutput.print(session.out(), document);
  }

  private static Map<String, @Nullable Object> result(Placed placed) {
    Finding finding = placed.finding();
    @Nullable Double bits =
        finding.result() instanceof Result.Entropy(double b) ? (Double) b : null;
    @Nullable Boolean pass =
        finding.result() instanceof Result.Decision(boolean p) ? (Boolean) p : null;
    @Nullable String reason = finding.result() instanceof Result.NotApplicable(String r) ? r : null;
    return JsonOutput.object(
        "test",
        finding.name(),
        "parameter",
        placed.parameter(),
        "minEntropyBits",
        bits,
        "pValue",
        boxed(pValue(finding)),
        "applicable",
        reason == null,
        "pass",
        pass,
        "reason",
        reason,
        "quantities",
        finding.quantities());
  }

  /** The p-value among the quantities of a test. */
  static OptionalDouble pValue(Finding finding) {
    return finding.quantities().entrySet().stream()
        .filter(quantity -> isPValue(quantity.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether a quantity of this name is the p-value of its test. */
  static boolean isPValue(String quantity) {
    return quantity.equalsIgnoreCase("p-value") || quantity.equals("Pr(X >= 1)");
  }

  private static String word(IidVerdict verdict) {
    return switch (verdict) {
      case IidVerdict.Passed passed -> "passed";
      case IidVerdict.Failed failed -> "failed";
      case IidVerdict.ProvisionallyFailed failed -> "provisionally failed";
      case IidVerdict.Undecided undecided -> "undecided";
    };
  }

  private static @Nullable Double errorProbability(IidVerdict verdict) {
    return verdict instanceof IidVerdict.ProvisionallyFailed(double error) ? (Double) error : null;
  }

  private static String sentence(IidAssessment found) {
    return switch (found.verdict()) {
      case IidVerdict.Passed passed ->
          String.format(
              Locale.ROOT,
              "Passed: nothing speaks against IID symbols after %d shuffles; %.6f bits per symbol.",
              found.permutationsDone(),
              found.assessedBitsPerSymbol());
      case IidVerdict.Failed failed ->
          String.format(
              Locale.ROOT,
              "Failed: the symbols are not IID (%d shuffles); --track non-iid assesses them.",
              found.permutationsDone());
      case IidVerdict.ProvisionallyFailed(double error) ->
          String.format(
              Locale.ROOT,
              "Provisionally failed after %d shuffles, wrong with a probability of at most %.2g;"
                  + " --strict makes all of them.",
              found.permutationsDone(),
              error);
      case IidVerdict.Undecided(String reason) -> "Undecided: " + reason + ".";
    };
  }

  private AssessmentView with(
      String word, String text, Map<String, @Nullable Object> more, List<Placed> found) {
    return new AssessmentView(record, bitOrder, track, read, seed, note, word, text, more, found);
  }

  private static List<Placed> placed(List<Finding> findings, String place) {
    return findings.stream().map(finding -> new Placed(finding, place)).toList();
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isEmpty() ? null : (Double) value.getAsDouble();
  }
}
