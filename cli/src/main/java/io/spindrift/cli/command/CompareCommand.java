package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.cli.command.StudyOptions.Begun;
import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Digits;
import io.spindrift.experiment.comparison.Margin;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.stage.DeviceChoice;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.MetricStage;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.study.Comparison;
import io.spindrift.experiment.study.Comparison.MetricComparison;
import io.spindrift.experiment.study.ComparisonPlan;
import io.spindrift.experiment.study.ComparisonStudy;
import io.spindrift.experiment.study.StudyFolder;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code diffusion compare}: trainings with hardware and with software noise over several seeds.
 */
@Command(
    name = "compare",
    sortOptions = false,
    header = "Train with hardware and software noise over several seeds, and compare the images.",
    description = {
      "Each seed trains one denoiser with each kind of noise, side by side, and draws images from"
          + " both. The verdict on FID is EQUIVALENT, DIFFERENT or UNDECIDED, by two one-sided"
          + " tests at 5 %% against the margin.",
      "JSON: directory, report, and the content of comparison.json."
    })
final class CompareCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N,N,...",
      description = "Root of the chance of each pair of trainings; the default is 1,2,3.")
  @Nullable String seeds;

  @Option(
      names = "--margin",
      paramLabel = "X|X%",
      description = {
        "Largest difference of FID that counts as none: an amount, or a share of the mean FID with"
            + " software noise; the default is 10%%."
      })
  @Nullable String margin;

  @Mixin StudyOptions study = new StudyOptions();

  @Mixin CommonOptions common = new CommonOptions();

  CompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean given = options.given() || seeds != null || margin != null || common.seed() != null;
    StudyFolder folder = study.folder(ComparisonPlan.WORD, given, this::begun);
    Comparison found =
        StudyOptions.run(
            session,
            common,
            ComparisonPlan.WORD,
            folder,
            (tools, place) -> checked(() -> new ComparisonStudy(tools).run(place)));
    print(folder, found);
    return ExitStatus.DONE;
  }

  private Begun begun() {
    List<Long> roots = seeds(seeds == null ? "1,2,3" : seeds);
    Margin largest = margin == null ? Margin.DEFAULT : Margin.parse(margin);
    ComparisonPlan plan = ComparisonPlan.of(CommandText.of(spec), roots, largest);
    SpindriftConfig config = options.config(common, List.of());
    SpindriftConfig whole = DeviceChoice.of(config).writtenInto(config);
    Images images = Images.open(whole.images(), whole.seed());
    try (Workers workers = new Workers(common.threads())) {
      Recipe.of(whole, images).prepared(workers, common.progress(session));
    }
    MetricStage.check(whole, images, Engine.of(whole, common));
    return new Begun(plan, whole);
  }

  private static List<Long> seeds(String text) {
    try {
      return Arrays.stream(text.split(",", -1)).map(s -> Long.parseLong(s.strip())).toList();
    } catch (NumberFormatException e) {
      throw new UnusableInput(
          "--seeds must be whole numbers with commas between them, such as 1,2,3, but was " + text,
          e);
    }
  }

  private void print(StudyFolder folder, Comparison found) {
    String report = folder.directory().file(StudyFolder.REPORT).toString();
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "directory", folder.directory().root().toString(),
              "report", report,
              "comparison", found));
      return;
    }
    TextTable table =
        new TextTable("metric", "hardware - software", "90 % interval", "floor").rightAligned(1);
    for (MetricComparison metric : found.metrics()) {
      Estimate floor = found.floor().metrics().get(metric.metric());
      table.add(
          metric.metric(),
          Digits.of(metric.meanDifference()),
          Digits.of(metric.interval().low()) + " to " + Digits.of(metric.interval().high()),
          floor == null ? "" : Digits.of(floor.value()));
    }
    table.print(session.out());
    session.out().println(found.sentence());
    session.out().println("margin: " + found.marginSaid());
    session.out().println("report: " + report);
  }
}
