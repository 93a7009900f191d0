package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.PngFolderWriter;
import io.spindrift.diffusion.image.PngGrid;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.Drawing;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.stage.RunNoise;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code diffusion sample}: images from a trained denoiser. */
@Command(
    name = "sample",
    sortOptions = false,
    header = "Draw images from a trained denoiser, with hardware or software noise.",
    description = {
      "A checkpoint carries all that sampling needs; the images that it learnt from are not looked"
          + " for. Writes one PNG an image to DIR, and DIR-grid.png.",
      "JSON: checkpoint, directory, grid, count, noise, sampler, seed."
    })
final class SampleCommand implements Callable<Integer> {
  private static final int GRID_SIDE = 8;

  private final Session session;

  @Mixin CheckpointOption checkpoint = new CheckpointOption();

  @Mixin NoiseOption noise = new NoiseOption();

  @Mixin ClassOption label = new ClassOption();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many images; the default is ${DEFAULT-VALUE}.")
  String count = "";

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Change how images are drawn, such as sampling.steps=100; repeatable.")
  List<String> sets = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "New folder for the pictures; the default is runs/<time>-<checkpoint>.")
  @Nullable Path given;

  @Mixin CommonOptions common = new CommonOptions();

  SampleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int images = GivenQuantity.smallCount("--count", count, 1, 1_000_000);
    Path out = given == null ? defaultFolder() : given;
    RunDirectory.refuseOccupied(out);
    Path file = checkpoint.file();
    StoredDenoiser stored = CheckpointOption.describe(file, common);
    SpindriftConfig config = CheckpointOption.configuration(file, stored, common.seed(), sets);
    Recipe recipe = label.applied(Recipe.of(config, stored.spec()));
    ImageShape shape = recipe.imageShape();
    Progress progress = common.progress(session);
    Drawing drawing;
    RunNoise source;
    try (Workers workers = new Workers(common.threads())) {
      drawing = recipe.prepared(workers, progress).drawing(config.sampling().batch());
      source = noise.source(config, workers, progress);
    }
    ImageSet made;
    try (Denoiser denoiser = Engine.of(config, common).load(file)) {
      made = drawing.generate(noise.kind + " noise", denoiser, source, 0, images, progress);
    }
    PngFolderWriter.write(out, made);
    Path grid = out.resolveSibling(out.getFileName() + "-grid.png");
    int shown = Math.min(images, GRID_SIDE * GRID_SIDE);
    new PngGrid(GRID_SIDE, Math.max(1, 56 / shape.width())).write(grid, made, 0, shown);
    print(config, recipe, source, out, grid, images);
    return ExitStatus.DONE;
  }

  private Path defaultFolder() {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    return Path.of("runs", time + "-" + checkpoint.word());
  }

  private void print(
      SpindriftConfig config, Recipe recipe, RunNoise source, Path out, Path grid, int images) {
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "checkpoint", checkpoint.name(),
              "directory", out.toString(),
              "grid", grid.toString(),
              "count", images,
              "noise", recipe.words(source),
              "sampler", recipe.samplerName(),
              "seed", config.seed()));
    } else {
      session
          .out()
          .println(
              "%d images from %s by %s; side by side in %s"
                  .formatted(images, checkpoint.name(), recipe.samplerName(), grid));
    }
  }
}
