package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.cli.command.StudyOptions.Begun;
import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Digits;
import io.spindrift.experiment.comparison.Margin;
import io.spindrift.experiment.comparison.SizeScale;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.stage.DeviceChoice;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.MetricStage;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.study.StudyFolder;
import io.spindrift.experiment.study.Tolerance;
import io.spindrift.experiment.study.Tolerance.Point;
import io.spindrift.experiment.study.TolerancePlan;
import io.spindrift.experiment.study.ToleranceStudy;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code diffusion tolerate}: FID against the size of one imperfection. */
@Command(
    name = "tolerate",
    sortOptions = false,
    header = "Sweep one imperfection of the hardware noise, and find where images suffer.",
    description = {
      "CONFIG.yaml may be a checkpoint of diffusion train, compare or run instead, whose name ends"
          + " in .safetensors; --quick, --full and --device are then refused, for it carries its"
          + " size and device. From a configuration a denoiser is trained with software noise"
          + " first. Images are drawn with imperfect noise at every value; FID is set against that"
          + " of software noise.",
      "JSON: directory, report, and the content of tolerance.json."
    })
final class TolerateCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin ConfigOptions options = new ConfigOptions();

  @Option(
      names = "--knob",
      paramLabel = "PATH",
      description = {
        "The setting to sweep: a path of the configuration, such as entropy.bitsPerSample, or of"
            + " the device."
      })
  @Nullable String knob;

  @Option(
      names = "--values",
      paramLabel = "X,X,...",
      description = "Its values, from the smallest imperfection to the largest.")
  @Nullable String values;

  @Option(names = "--log", description = "Interpolate and draw the values on a logarithmic scale.")
  boolean logarithmic;

  @Option(
      names = "--margin",
      paramLabel = "X|X%",
      description = {
        "How far FID may lie above that of software noise: an amount, or a share of it; the"
            + " default is 10%%."
      })
  @Nullable String margin;

  @Option(
      names = "--train-too",
      description = {
        "Also train a denoiser at every value, with the same imperfect noise: a knob below"
            + " noise.sampling holds in training too, one below noise.training in training alone."
      })
  boolean trainToo;

  @Mixin StudyOptions study = new StudyOptions();

  @Mixin CommonOptions common = new CommonOptions();

  TolerateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean given =
        options.given()
            || knob != null
            || values != null
            || margin != null
            || trainToo
            || logarithmic
            || common.seed() != null;
    StudyFolder folder = study.folder(TolerancePlan.WORD, given, this::begun);
    Tolerance found =
        StudyOptions.run(
            session,
            common,
            TolerancePlan.WORD,
            folder,
            (tools, place) -> checked(() -> new ToleranceStudy(tools).run(place)));
    print(folder, found);
    return ExitStatus.DONE;
  }

  private Begun begun() {
    if (knob == null || values == null) {
      throw new UnusableInput(
          "--knob and --values must both be given, such as"
              + " --knob entropy.bitsPerSample --values 64,32,16,8,4");
    }
    Path checkpoint = StudyCheckpoint.given(options.file);
    SpindriftConfig config =
        checkpoint == null
            ? options.config(common, List.of())
            : StudyCheckpoint.config(checkpoint, options, common);
    SpindriftConfig whole = DeviceChoice.of(config).writtenInto(config);
    TolerancePlan plan =
        new TolerancePlan(
            TolerancePlan.WORD,
            CommandText.of(spec),
            checkpoint == null ? null : checkpoint.toAbsolutePath().toString(),
            knob,
            numbers(values),
            logarithmic ? SizeScale.LOGARITHMIC : SizeScale.LINEAR,
            margin == null ? Margin.DEFAULT : Margin.parse(margin),
            trainToo);
    for (double value : plan.values()) {
      checkValue(checkpoint, plan.setting(value));
    }
    Images images = Images.open(whole.images(), whole.seed());
    try (Workers workers = new Workers(common.threads())) {
      Recipe.of(whole, images).prepared(workers, common.progress(session));
    }
    MetricStage.check(whole, images, Engine.of(whole, common));
    return new Begun(plan, whole);
  }

  /** Refuses a value before anything is written. */
  private void checkValue(@Nullable Path checkpoint, String setting) {
    DeviceChoice.of(
        checkpoint == null
            ? options.config(common, List.of(setting))
            : StudyCheckpoint.config(checkpoint, options, common, setting));
  }

  private static List<Double> numbers(String text) {
    try {
      return Arrays.stream(text.split(",", -1))
          .map(word -> Quantity.parse(word.strip(), Dimension.NONE))
          .toList();
    } catch (UnusableInput refusal) {
      throw new UnusableInput("--values: " + refusal.getMessage(), refusal);
    }
  }

  private void print(StudyFolder folder, Tolerance found) {
    String report = folder.directory().file(StudyFolder.REPORT).toString();
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "directory", folder.directory().root().toString(),
              "report", report,
              "tolerance", found));
      return;
    }
    TextTable table =
        new TextTable(found.knob(), "FID", "interval", "in training too").rightAligned(0, 1);
    for (Point point : found.points()) {
      Estimate fid = point.sampled().fid();
      table.add(
          Digits.of(point.value()),
          Digits.of(fid.value()),
          Digits.of(fid.low()) + " to " + Digits.of(fid.high()),
          point.trained() == null ? "-" : Digits.of(point.trained().fid().value()));
    }
    table.print(session.out());
    session.out().println(found.sentence());
    if (found.trainedSentence() != null) {
      session.out().println("in training too: " + found.trainedSentence());
    }
    session.print("margin %.4g: %s", found.margin(), found.marginSaid());
    session.out().println("report: " + report);
  }
}
