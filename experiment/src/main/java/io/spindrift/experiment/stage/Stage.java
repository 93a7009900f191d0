package io.spindrift.experiment.stage;

import io.spindrift.experiment.run.StageReading;
import org.jspecify.annotations.Nullable;

/** One step of a run. It reads what earlier stages left behind and leaves its own results. */
public interface Stage {
  /** Name of the stage, such as {@code "device"}. */
  String name();

  /**
   * Does the work and writes its tables and images to the run directory.
   *
   * @throws io.spindrift.numerics.progress.Progress.Stopped when the user asked to stop
   */
  Result run(StageContext context);

  /**
   * What a stage found.
   *
   * @param reading numbers for {@code metrics.json}, null for none
   * @param sentence one line for the user
   */
  record Result(@Nullable StageReading reading, String sentence) {}
}
