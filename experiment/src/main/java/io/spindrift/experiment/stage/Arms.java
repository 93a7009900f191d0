package io.spindrift.experiment.stage;

import io.spindrift.numerics.progress.Progress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Trainings of one recipe with different noise, at the same time. */
public final class Arms {
  /** Runs an arm for each kind of noise; they share nothing that either changes. */
  public static Map<NoiseKind, Arm.Outcome> run(
      StageContext context, Recipe recipe, List<NoiseKind> kinds) {
    if (kinds.contains(NoiseKind.HARDWARE)) {
      context.bench().noise();
    }
    recipe.prepared(context.workers(), context.progress());
    Map<NoiseKind, Arm.Outcome> outcomes = new ConcurrentHashMap<>();
    List<Consumer<Progress>> work =
        kinds.stream().map(kind -> arm(context, recipe, kind, outcomes)).toList();
    List<String> phases =
        kinds.size() == 1
            ? List.of("training", "sampling")
            : List.of("training both", "sampling both");
    new SideBySide(context.progress(), phases, work.size()).run(context.workers().threads(), work);
    return outcomes;
  }

  private static Consumer<Progress> arm(
      StageContext context, Recipe recipe, NoiseKind kind, Map<NoiseKind, Arm.Outcome> outcomes) {
    return progress -> outcomes.put(kind, new Arm(context, recipe, kind, progress).run());
  }

  private Arms() {}
}
