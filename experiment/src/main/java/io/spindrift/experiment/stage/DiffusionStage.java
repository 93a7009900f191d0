package io.spindrift.experiment.stage;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.training.TrainingLog;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.StageReading.DiffusionReading;
import io.spindrift.experiment.run.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two trainings with equal seeds, one with each kind of noise, and samples of both. */
public final class DiffusionStage implements Stage {
  private static final int POINTS = 200;

  @Override
  public String name() {
    return "diffusion";
  }

  @Override
  public Result run(StageContext context) {
    Images images = context.bench().images();
    Recipe recipe =
        Recipe.of(context.config(), images).prepared(context.workers(), context.progress());
    context.directory().write(schedule(recipe.schedule()));
    Grids.write(context.directory(), "real", images.training());
    Map<NoiseKind, Arm.Outcome> outcomes = Arms.run(context, recipe, List.of(NoiseKind.values()));
    Arm.Outcome hardware = Objects.requireNonNull(outcomes.get(NoiseKind.HARDWARE));
    Arm.Outcome software = Objects.requireNonNull(outcomes.get(NoiseKind.SOFTWARE));
    context.bench().ledger().restore(hardware.counts());
    context.directory().write(losses(hardware.log(), software.log()));
    DiffusionReading reading =
        new DiffusionReading(
            images.sentence(),
            images.shape().toString(),
            images.training().count(),
            images.heldOut().count(),
            process(context.config(), recipe),
            recipe.samplerName(),
            words(recipe.denoiser()),
            hardware.parameters(),
            hardware.multiplyAccumulatesPerImage(),
            context.engine().description(),
            hardware.reading(),
            software.reading());
    return new Result(
        reading,
        String.format(
            Locale.ROOT,
            "loss %.4f with hardware noise, %.4f with software noise; %d samples of each",
            hardware.reading().finalLoss(),
            software.reading().finalLoss(),
            hardware.reading().samples()));
  }

  private static String process(SpindriftConfig config, Recipe recipe) {
    return recipe
            .bits()
            .map(BitFlips::words)
            .orElseGet(
                () -> config.process().schedule().name().toLowerCase(Locale.ROOT) + " schedule")
        + ", "
        + config.process().steps()
        + " steps";
  }

  private static String words(DenoiserSpec spec) {
    String levels =
        spec.multipliers().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "U-Net of width "
        + spec.width()
        + ", levels "
        + levels
        + ", "
        + spec.blocksPerLevel()
        + (spec.blocksPerLevel() == 1 ? " block" : " blocks")
        + " a level"
        + (spec.patch() > 1 ? ", patches of " + spec.patch() : "");
  }

  private static Table schedule(NoiseSchedule schedule) {
    int[] steps = IntStream.range(0, schedule.steps()).toArray();
    return Table.named("schedule")
        .wholes("step", IntStream.of(steps).asLongStream().toArray())
        .reals("beta", IntStream.of(steps).mapToDouble(schedule::beta).toArray())
        .reals("alpha_bar", IntStream.of(steps).mapToDouble(schedule::alphaBar).toArray())
        .reals("signal", IntStream.of(steps).mapToDouble(schedule::signal).toArray())
        .reals("noise", IntStream.of(steps).mapToDouble(schedule::spread).toArray());
  }

  /** Both losses averaged over equal stretches of steps. */
  private static Table losses(TrainingLog hardware, TrainingLog software) {
    int steps = hardware.entries().size();
    int stretch = Math.max(1, steps / POINTS);
    int points = steps / stretch;
    return Table.named("training_loss")
        .wholes(
            "step", IntStream.rangeClosed(1, points).mapToLong(i -> (long) i * stretch).toArray())
        .reals("hardware", means(hardware.entries(), stretch, points))
        .reals("software", means(software.entries(), stretch, points));
  }

  private static double[] means(List<TrainingLog.Entry> entries, int stretch, int points) {
    return IntStream.range(0, points)
        .mapToDouble(i ->
            entries.subList(i * stretch, (i + 1) * stretch).stream()
                .mapToDouble(TrainingLog.Entry::loss)
                .average()
                .orElse(Double.NaN))
        .toArray();
  }
}
