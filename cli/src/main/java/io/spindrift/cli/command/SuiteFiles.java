package io.spindrift.cli.command;

import io.spindrift.entropy.sp80022.CheckOutcome.Judged;
import io.spindrift.entropy.sp80022.TestResult;
import io.spindrift.entropy.sp80022.TestSummary;
import io.spindrift.experiment.run.Table;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The files of {@code entropy test --out}: every p-value and the summary, as tables. */
final class SuiteFiles {
  /** Writes {@code p_values.parquet}, {@code summary.parquet} and {@code report.json}. */
  static void write(ResultFolder folder, SuiteView view) {
    folder.write(
        List.of(pValues(view.report().results()), summary(view.report().summaries())), List.of());
    StringWriter json = new StringWriter();
    SuiteJson.write(json, view);
    folder.text("report.json", json.toString());
  }

  private static Table pValues(List<List<TestResult>> sequences) {
    int rows = sequences.stream().mapToInt(List::size).sum();
    long[] sequence = new long[rows];
    String[] test = new String[rows];
    String[] parameter = new String[rows];
    double[] pValue = new double[rows];
    int row = 0;
    for (int s = 0; s < sequences.size(); s++) {
      for (TestResult result : sequences.get(s)) {
        sequence[row] = s;
        test[row] = result.test();
        parameter[row] = result.parameter();
        pValue[row++] = result.outcome() instanceof Judged judged ? judged.pValue() : Double.NaN;
      }
    }
    return Table.named("p_values")
        .wholes("sequence", sequence)
        .words("test", test)
        .words("parameter", parameter)
        .reals("p_value", pValue);
  }

  private static Table summary(List<TestSummary> summaries) {
    return Table.named("summary")
        .words("test", summaries.stream().map(TestSummary::test).toArray(String[]::new))
        .words("parameter", summaries.stream().map(TestSummary::parameter).toArray(String[]::new))
        .wholes("applicable", wholes(summaries, TestSummary::applicable))
        .wholes("passed", wholes(summaries, TestSummary::passed))
        .reals("proportion", reals(summaries, s -> known(s.proportion())))
        .reals("proportion_p_value", reals(summaries, s -> known(s.proportionPValue())))
        .reals("uniformity_p_value", reals(summaries, s -> known(s.uniformityPValue())))
        .reals("smallest_p_value", reals(summaries, s -> known(s.smallestPValue())));
  }

  private static double known(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private static double[] reals(List<TestSummary> all, ToDoubleFunction<TestSummary> value) {
    return all.stream().mapToDouble(value).toArray();
  }

  private static long[] wholes(List<TestSummary> all, ToLongFunction<TestSummary> value) {
    return all.stream().mapToLong(value).toArray();
  }

  private SuiteFiles() {}
}
