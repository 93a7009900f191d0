package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.cli.command.StudyOptions.Begun;
import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.experiment.comparison.Digits;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.stage.DeviceChoice;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.MetricStage;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.study.SamplerPlan;
import io.spindrift.experiment.study.SamplerStudy;
import io.spindrift.experiment.study.SamplerTable;
import io.spindrift.experiment.study.SamplerTable.Point;
import io.spindrift.experiment.study.StudyFolder;
import io.spindrift.numerics.parallel.Workers;
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

/** {@code diffusion samplers}: FID of several samplers against steps and time. */
@Command(
    name = "samplers",
    sortOptions = false,
    header = "Draw images with several samplers and numbers of steps, and set FID against time.",
    description = {
      "Every point is drawn from one checkpoint and judged by one feature network. Samplers and"
          + " numbers of steps that the checkpoint's process does not have are refused before"
          + " anything is drawn.",
      "JSON: directory, report, and the content of samplers.json."
    })
final class SamplersCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin CheckpointSettings options = new CheckpointSettings();

  @Option(
      names = "--samplers",
      paramLabel = "NAME,NAME,...",
      description = "Samplers to compare, words of sampling.sampler; the default is ddpm,ddim.")
  @Nullable String samplers;

  @Option(
      names = "--steps",
      paramLabel = "N,N,...",
      description = "Numbers of steps; the default is 10,20,50,250.")
  @Nullable String steps;

  @Option(
      names = "--noise",
      paramLabel = "hardware|software",
      description = "What the noise is made of; the default is software.")
  @Nullable NoiseKind noise;

  @Mixin StudyOptions study = new StudyOptions();

  @Mixin CommonOptions common = new CommonOptions();

  SamplersCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean given =
        options.given()
            || samplers != null
            || steps != null
            || noise != null
            || common.seed() != null;
    StudyFolder folder = study.folder(SamplerPlan.WORD, given, this::begun);
    SamplerTable found =
        StudyOptions.run(
            session,
            common,
            SamplerPlan.WORD,
            folder,
            (tools, place) -> checked(() -> new SamplerStudy(tools).run(place)));
    print(folder, found);
    return ExitStatus.DONE;
  }

  private Begun begun() {
    Path checkpoint = options.checkpoint("diffusion samplers");
    SpindriftConfig config = options.config(checkpoint, common);
    Images images = Images.open(config.images(), config.seed());
    MetricStage.check(config, images, Engine.of(config, common));
    SamplerPlan plan =
        new SamplerPlan(
            SamplerPlan.WORD,
            CommandText.of(spec),
            checkpoint.toAbsolutePath().toString(),
            words(samplers == null ? "ddpm,ddim" : samplers),
            numbers(steps == null ? "10,20,50,250" : steps),
            noise == null ? NoiseKind.SOFTWARE : noise);
    for (String sampler : plan.samplers()) {
      for (int count : plan.steps()) {
        String[] settings = plan.settings(sampler, count);
        Recipe.of(options.config(checkpoint, common, settings), images);
      }
    }
    prepare(config, images);
    return new Begun(plan, DeviceChoice.of(config).writtenInto(config));
  }

  /** Refuses pulses that the device of a bit-flip process does not have, before any drawing. */
  private void prepare(SpindriftConfig config, Images images) {
    try (Workers workers = new Workers(common.threads())) {
      Recipe.of(config, images).prepared(workers, common.progress(session));
    }
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(word -> GivenQuantity.smallCount("--steps", word.strip(), 1, 10_000))
        .distinct()
        .toList();
  }

  private void print(StudyFolder folder, SamplerTable found) {
    String report = folder.directory().file(StudyFolder.REPORT).toString();
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "directory", folder.directory().root().toString(),
              "report", report,
              "samplers", found));
      return;
    }
    TextTable table =
        new TextTable("sampler", "steps", "calls", "ms an image", "FID", "interval")
            .rightAligned(1, 2, 3, 4);
    for (Point point : found.points()) {
      Estimate fid = point.quality().fid();
      table.add(
          point.sampler(),
          Integer.toString(point.steps()),
          Long.toString(point.calls()),
          Digits.of(1e3 * point.secondsPerImage()),
          Digits.of(fid.value()),
          Digits.of(fid.low()) + " to " + Digits.of(fid.high()));
    }
    table.print(session.out());
    session.out().println("report: " + report);
  }
}
