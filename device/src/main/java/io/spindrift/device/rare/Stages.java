package io.spindrift.device.rare;

import io.spindrift.device.drive.Drive;
import io.spindrift.device.dynamics.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * A drive cut at the instants where particles are chosen anew.
 *
 * <p>Long stretches are divided into nearly equal parts of whole steps, short ones gathered, so
 * that stages last about the spacing; a stretch is never divided into more than {@link #MOST}.
 *
 * @param stages the stretches of each stage, in order of time
 */
record Stages(List<List<Segment>> stages) {
  static final int MOST = 250;

  static Stages of(Drive drive, double spacingSeconds) {
    List<List<Segment>> stages = new ArrayList<>();
    List<Segment> gathered = new ArrayList<>();
    double gatheredSeconds = 0;
    for (Segment segment : drive.segments()) {
      if (segment.steps() == 0) {
        continue;
      }
      if (segment.seconds() < spacingSeconds) {
        gathered.add(segment);
        gatheredSeconds += segment.seconds();
      } else {
        if (!gathered.isEmpty()) {
          stages.add(List.copyOf(gathered));
        }
        for (Segment part : divided(segment, spacingSeconds)) {
          stages.add(List.of(part));
        }
        gatheredSeconds = spacingSeconds;
        gathered.clear();
      }
      if (gatheredSeconds >= spacingSeconds) {
        if (!gathered.isEmpty()) {
          stages.add(List.copyOf(gathered));
        }
        gathered.clear();
        gatheredSeconds = 0;
      }
    }
    if (!gathered.isEmpty()) {
      stages.add(List.copyOf(gathered));
    }
    return new Stages(List.copyOf(stages));
  }

  int count() {
    return stages.size();
  }

  List<Segment> at(int stage) {
    return stages.get(stage);
  }

  /** Length of a stage. */
  double seconds(int stage) {
    return at(stage).stream().mapToDouble(Segment::seconds).sum();
  }

  /** Integral of the rotational diffusion coefficient over a stage. */
  double diffusion(int stage) {
    return at(stage).stream().mapToDouble(s -> s.seconds() * s.diffusionPerSecond()).sum();
  }

  private static List<Segment> divided(Segment segment, double spacingSeconds) {
    long steps = segment.steps();
    long parts =
        Math.min(
            Math.min(MOST, steps), Math.max(1, Math.round(segment.seconds() / spacingSeconds)));
    List<Segment> pieces = new ArrayList<>();
    for (long i = 0; i < parts; i++) {
      pieces.add(
          new Segment(
              segment.field(),
              (i + 1) * steps / parts - i * steps / parts,
              segment.stepSeconds(),
              segment.thermalSigmaTesla(),
              segment.diffusionPerSecond()));
    }
    return pieces;
  }
}
