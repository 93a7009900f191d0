package io.spindrift.experiment.report;

import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.run.RunDirectory;
import java.nio.file.Path;

/** The report of a run: one page that opens offline, made from the files of the run alone. */
public final class Report {
  /** File name of the report in its run directory. */
  public static final String FILE = "report.html";

  /**
   * Makes {@code report.html}, {@code references.bib} and the PNG of every figure once more.
   *
   * @return the page
   * @throws io.spindrift.numerics.UnusableInput when {@code root} holds no run
   */
  public static Path rebuild(Path root) {
    return write(RunDirectory.open(root));
  }

  /** Makes the report of an open run directory, finished or not. */
  public static Path write(RunDirectory directory) {
    RunFiles run = RunFiles.of(directory);
    Figures figures = new Figures(run);
    directory.text(FILE, Page.html(run, figures));
    directory.text("references.bib", Bibliography.bibtex());
    for (Figure figure : figures.drawn()) {
      directory.bytes("images/figure-" + figure.name() + ".png", figure.png(2));
    }
    return directory.file(FILE);
  }

  private Report() {}
}
