package io.spindrift.cli.command;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.PngFolderWriter;
import io.spindrift.diffusion.image.PngGrid;
import io.spindrift.diffusion.sampler.ImageGenerator;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code diffusion sample}: images from a trained denoiser. */
@Command(
    name = "sample",
    sortOptions = false,
    header = "Draw images from a trained denoiser, with hardware or software noise.",
    description = {
      "The checkpoint is one of diffusion train or of a run; the configuration beside it says how"
          + " it was trained. Writes one PNG an image to DIR, and DIR-grid.png.",
      "JSON: directory, grid, count, noise, sampler, seed."
    })
final class SampleCommand implements Callable<Integer> {
  private static final int GRID_SIDE = 8;

  private final Session session;

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "FILE",
      description = "Checkpoint in safetensors form.")
  Path checkpoint = Path.of("");

  @Mixin NoiseOption noise = new NoiseOption();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many images; the default is ${DEFAULT-VALUE}.")
  String count = "";

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Change how is sampled, such as sampling.steps=100; repeatable.")
  List<String> sets = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "New folder for the pictures.")
  Path out = Path.of("");

  @Mixin CommonOptions common = new CommonOptions();

  SampleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    int images = GivenQuantity.smallCount("--count", count, 1, 1_000_000);
    RunDirectory.refuseOccupied(out);
    SpindriftConfig config = config(new CheckpointFiles(checkpoint).existingConfiguration());
    Images learnt = Images.open(config.images(), config.seed());
    Recipe recipe = Recipe.of(config, learnt);
    ImageGenerator generator = recipe.generator(learnt.shape(), config.sampling().batch());
    Progress progress = common.progress(session);
    NoiseSource source;
    try (Workers workers = new Workers(common.threads())) {
      source = noise.source(config, workers, progress);
    }
    ImageSet made;
    try (Denoiser denoiser = Engine.of(config, common).load(checkpoint)) {
      made = generator.generate(noise.kind + " noise", denoiser, source, 0, images, progress);
    }
    PngFolderWriter.write(out, made);
    Path grid = out.resolveSibling(out.getFileName() + "-grid.png");
    int shown = Math.min(images, GRID_SIDE * GRID_SIDE);
    new PngGrid(GRID_SIDE, Math.max(1, 56 / learnt.shape().width())).write(grid, made, 0, shown);
    print(config, recipe, source, grid, images);
    return ExitStatus.DONE;
  }

  private SpindriftConfig config(Path file) {
    List<String> more = new ArrayList<>();
    if (common.seed() != null) {
      more.add("seed=" + common.seed());
    }
    more.addAll(sets);
    return more.isEmpty()
        ? ConfigLoader.resolved(file)
        : ConfigLoader.load(Optional.of(file), Size.DEFAULT, more);
  }

  private void print(
      SpindriftConfig config, Recipe recipe, NoiseSource source, Path grid, int images) {
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "directory", out.toString(),
              "grid", grid.toString(),
              "count", images,
              "noise", source.name(),
              "sampler", recipe.sampler().name(),
              "seed", config.seed()));
    } else {
      session
          .out()
          .println(images + " images by " + recipe.sampler().name() + "; side by side in " + grid);
    }
  }
}
