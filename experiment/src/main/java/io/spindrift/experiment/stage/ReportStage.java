package io.spindrift.experiment.stage;

import io.spindrift.experiment.plot.Fonts;
import io.spindrift.experiment.report.Report;

/** The report, made from the files that the other stages left behind. */
public final class ReportStage implements Stage {
  @Override
  public String name() {
    return "report";
  }

  @Override
  public Result run(StageContext context) {
    return new Result(
        null, Report.write(context.directory()) + Fonts.trouble().map(t -> ". " + t).orElse(""));
  }
}
