package io.spindrift.experiment.study;

import io.spindrift.experiment.stage.NoiseKind;
import java.util.List;

/**
 * Samplers at several numbers of steps, all from one checkpoint.
 *
 * @param study always {@code samplers}
 * @param command the command line, for the record
 * @param checkpoint trained denoiser
 * @param samplers words of {@code sampling.sampler}
 * @param steps numbers of steps
 * @param noise what the noise is made of
 */
public record SamplerPlan(
    String study,
    String command,
    String checkpoint,
    List<String> samplers,
    List<Integer> steps,
    NoiseKind noise)
    implements StudyFolder.Plan {
  /** The word of the command. */
  public static final String WORD = "samplers";

  /** Copies the lists. */
  public SamplerPlan {
    samplers = List.copyOf(samplers);
    steps = List.copyOf(steps);
  }

  /** The settings of one point. */
  public String[] settings(String sampler, int count) {
    return new String[] {"sampling.sampler=" + sampler, "sampling.steps=" + count};
  }
}
