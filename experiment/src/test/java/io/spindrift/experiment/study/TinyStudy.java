package io.spindrift.experiment.study;

import io.spindrift.experiment.LinearEngine;
import io.spindrift.experiment.TinyRun;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Studies of tiny runs. */
final class TinyStudy {
  static StudyFolder begin(Path root, StudyFolder.Plan plan) {
    return StudyFolder.begin(root, plan, TinyRun.config(List.of("sampling.steps=3")));
  }

  /**
   * Runs a study with some tools.
   *
   * @param told receives what the study tells
   */
  static <T> T run(
      StudyFolder place,
      int threads,
      Progress progress,
      List<String> told,
      Function<StudyTools, Function<StudyFolder, T>> study) {
    try (Workers workers = new Workers(threads)) {
      return study
          .apply(new StudyTools(new LinearEngine(), workers, progress, told::add))
          .apply(place);
    }
  }

  private TinyStudy() {}
}
