package io.spindrift.entropy.sp80090b.restart;

import io.spindrift.entropy.sp80090b.Finding;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The restart tests of SP 800-90B, section 3.1.4: does a source, started again and again, give as
 * much entropy across its starts as in one long run?
 *
 * <p>Sanity check (3.1.4.3): the count of the most common symbol of any row or column must not
 * exceed the cutoff that rows and columns of min-entropy H_I exceed with probability 0.01
 * altogether, alpha = 1 - 0.99^(1/(rows + columns)) for each; {@link MostCommonCount} says why this
 * is not the binomial test of one symbol that the standard prints, whose tail is noted beside it.
 * Validation (3.1.4.2): neither H_r nor H_c, the least literal estimates of the rows and of the
 * columns laid end to end, may be below H_I / 2.
 *
 * @param sanity the frequency of the most common symbol in rows and columns
 * @param validation whether neither H_r nor H_c is below half of H_I
 * @param rows literal estimates of the rows laid end to end
 * @param columns literal estimates of the columns laid end to end
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
    return passed(sanity) && passed(validation);
  }

  private static boolean passed(Finding finding) {
    return finding.result() instanceof Finding.Result.Decision(boolean good) && good;
  }

  /**
   * Runs the tests.
   *
   * @param symbols the matrix, row by row: one row for each restart
   * @param rowCount number of restarts, 1000 in the standard
   * @param columnCount symbols taken after each restart, 1000 in the standard
   * @param initialEntropyBits H_I, the initial estimate in bits per symbol
   * @throws IllegalArgumentException when the symbols do not fill the matrix or H_I is not between
   *     0 and the width of a symbol
   */
  public static RestartAssessment of(
      Symbols symbols,
      int rowCount,
      int columnCount,
      double initialEntropyBits,
      Workers workers,
      Progress progress) {
    int width = symbols.bitsPerSymbol();
    Require.inRange("initial entropy", initialEntropyBits, 0, width, "bits per symbol");
    Require.inRange("restarts", rowCount, 2, 1 << 20);
    Require.inRange("symbols after each restart", columnCount, 2, 1 << 20);
    if ((long) rowCount * columnCount != symbols.length()) {
      throw new IllegalArgumentException(
          "symbols must be "
              + (long) rowCount * columnCount
              + " for "
              + rowCount
              + " restarts of "
              + columnCount
              + " symbols, but was "
              + symbols.length());
    }
    byte[] byRow = symbols.values();
    byte[] byColumn = transpose(byRow, rowCount, columnCount);
    Finding sanity = sanity(byRow, byColumn, rowCount, columnCount, initialEntropyBits);
    List<Finding> rows = NonIidAssessment.literal(symbols, workers, progress);
    List<Finding> columns =
        NonIidAssessment.literal(new Symbols(byColumn, width), workers, progress);
    double rowBits = NonIidAssessment.least(rows, Finding.Scope.LITERAL, width);
    double columnBits = NonIidAssessment.least(columns, Finding.Scope.LITERAL, width);
    double least = Math.min(rowBits, columnBits);
    Finding validation = validation(rowBits, columnBits, initialEntropyBits);
    boolean good = passed(sanity) && passed(validation);
    return new RestartAssessment(
        sanity, validation, rows, columns, good ? Math.min(least, initialEntropyBits) : 0);
  }

  private static byte[] transpose(byte[] byRow, int rows, int columns) {
    byte[] byColumn = new byte[byRow.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        byColumn[j * rows + i] = byRow[i * columns + j];
      }
    }
    return byColumn;
  }

  private static Finding sanity(
      byte[] byRow, byte[] byColumn, int rows, int columns, double initialEntropyBits) {
    double p = Math.pow(2, -initialEntropyBits);
    double alpha = -Math.expm1(Math.log(0.99) / (rows + columns));
    MostCommonCount inRow = new MostCommonCount(columns, p);
    MostCommonCount inColumn = rows == columns ? inRow : new MostCommonCount(rows, p);
    int rowMost = mostCommon(byRow, columns);
    int columnMost = mostCommon(byColumn, rows);
    int rowCutoff = inRow.cutoff(alpha);
    int columnCutoff = rows == columns ? rowCutoff : inColumn.cutoff(alpha);
    Map<String, Double> quantities = new LinkedHashMap<>();
    quantities.put("alpha", alpha);
    quantities.put("X_r", (double) rowMost);
    quantities.put("X_c", (double) columnMost);
    quantities.put("X_cutoff of rows", (double) rowCutoff);
    quantities.put("X_cutoff of columns", (double) columnCutoff);
    quantities.put("P(X >= X_r)", inRow.binomialTail(rowMost));
    quantities.put("P(X >= X_c)", inColumn.binomialTail(columnMost));
    return Finding.of(
        "Restart Sanity Check",
        Finding.Scope.LITERAL,
        quantities,
        new Finding.Result.Decision(rowMost <= rowCutoff && columnMost <= columnCutoff));
  }

  /** The largest count of one symbol in one stretch of {@code length} symbols. */
  private static int mostCommon(byte[] values, int length) {
    int most = 0;
    for (int from = 0; from < values.length; from += length) {
      int[] counts = new int[256];
      for (int i = from; i < from + length; i++) {
        most = Math.max(most, ++counts[values[i] & 0xFF]);
      }
    }
    return most;
  }

  private static Finding validation(double rowBits, double columnBits, double initialEntropyBits) {
    Map<String, Double> quantities = new LinkedHashMap<>();
    quantities.put("H_I", initialEntropyBits);
    quantities.put("H_r", rowBits);
    quantities.put("H_c", columnBits);
    return Finding.of(
        "Restart Validation",
        Finding.Scope.LITERAL,
        quantities,
        new Finding.Result.Decision(Math.min(rowBits, columnBits) >= initialEntropyBits / 2));
  }
}
