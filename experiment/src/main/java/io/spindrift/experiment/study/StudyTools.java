package io.spindrift.experiment.study;

import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.stage.Bench;
import io.spindrift.experiment.stage.DeviceChoice;
import io.spindrift.experiment.stage.DeviceStage;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.StageContext;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a study works with.
 *
 * @param engine the tensor library
 * @param workers threads
 * @param progress where work reports how far it is and learns that it should stop
 * @param told who is told of each point in one sentence
 */
public record StudyTools(
    TensorEngine engine, Workers workers, Progress progress, Consumer<String> told) {
  /** An apparatus of its own for one configuration, in one folder. */
  StageContext context(SpindriftConfig config, RunDirectory directory, Images images) {
    Bench bench = new Bench(config, directory, images, DeviceChoice.of(config), workers, progress);
    Metrics nothing = Metrics.begin("study", config.seed(), Map.of());
    return new StageContext(config, directory, bench, engine, workers, progress, nothing);
  }

  /** The same with the junction's curve simulated and kept, unless it was before. */
  StageContext withJunction(SpindriftConfig config, RunDirectory directory, Images images) {
    StageContext context = context(config, directory, images);
    if (directory.table("switching_curve").isEmpty()) {
      new DeviceStage().run(context);
    }
    return context;
  }
}
