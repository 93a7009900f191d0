package io.spindrift.cli.command;

import io.spindrift.experiment.report.Report;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report}: the page of a run, made again from its files. */
@Command(
    name = "report",
    sortOptions = false,
    header = "Make report.html of a run again from its files.",
    description = "JSON: run, report.")
final class ReportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "RUN", description = "Run directory, finished or not.")
  Path run = Path.of("");

  @Mixin CommonOptions common = new CommonOptions();

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path report = Report.rebuild(run);
    if (common.json) {
      JsonOutput.print(
          session.out(), JsonOutput.object("run", run.toString(), "report", report.toString()));
    } else {
      session.out().println("report: " + report);
    }
    return ExitStatus.DONE;
  }
}
