package io.spindrift.experiment.study;

import io.spindrift.experiment.comparison.Margin;
import io.spindrift.numerics.UnusableInput;
import java.util.List;

/**
 * Pairs of trainings with hardware and with software noise.
 *
 * @param study always {@code compare}
 * @param command the command line, for the record
 * @param seeds root of the chance of each pair
 * @param margin the largest difference of FID that counts as none
 */
public record ComparisonPlan(String study, String command, List<Long> seeds, Margin margin)
    implements StudyFolder.Plan {
  /** The word of the command. */
  public static final String WORD = "compare";

  /** Checks the seeds. */
  public ComparisonPlan {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || seeds.stream().distinct().count() < seeds.size()) {
      throw new UnusableInput("seeds must be at least one and all different, but were " + seeds);
    }
  }

  /** A plan. */
  public static ComparisonPlan of(String command, List<Long> seeds, Margin margin) {
    return new ComparisonPlan(WORD, command, seeds, margin);
  }
}
