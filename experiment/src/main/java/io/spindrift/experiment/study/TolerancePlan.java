package io.spindrift.experiment.study;

import io.spindrift.experiment.comparison.Margin;
import io.spindrift.experiment.comparison.SizeScale;
import io.spindrift.numerics.UnusableInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep over the size of one imperfection.
 *
 * @param study always {@code tolerate}
 * @param command the command line, for the record
 * @param checkpoint trained denoiser; null to train one with software noise first
 * @param knob path of the setting that is swept, such as {@code noise.sampling.probabilityOfOne};
 *     an imperfection below {@code noise.sampling} holds in the training of {@code trainToo} as
 *     well
 * @param values its values, from the smallest imperfection to the largest
 * @param scale how they are interpolated and drawn
 * @param margin how far FID may lie above that of software noise
 * @param trainToo whether a denoiser is also trained at every value
 */
public record TolerancePlan(
    String study,
    String command,
    @Nullable String checkpoint,
    String knob,
    List<Double> values,
    SizeScale scale,
    Margin margin,
    boolean trainToo)
    implements StudyFolder.Plan {
  /** The word of the command. */
  public static final String WORD = "tolerate";

  private static final String SAMPLING = "noise.sampling.";
  private static final String TRAINING = "noise.training.";

  /**
   * Checks the values.
   *
   * @throws UnusableInput when they do not run one way, or when the setting is one of training and
   *     nothing is trained
   */
  public TolerancePlan {
    values = List.copyOf(values);
    scale.check(values.stream().mapToDouble(Double::doubleValue).toArray());
    if (knob.startsWith(TRAINING) && !trainToo) {
      throw new UnusableInput(
          knob
              + " changes training alone: give --train-too, or "
              + SAMPLING
              + knob.substring(TRAINING.length()));
    }
  }

  /** The setting of one value, whole numbers without a point. */
  public String setting(double value) {
    return knob + "=" + text(value);
  }

  /** The settings of a training at one value: an imperfection of sampling holds in both. */
  List<String> trainedSettings(double value) {
    return knob.startsWith(SAMPLING)
        ? List.of(setting(value), TRAINING + knob.substring(SAMPLING.length()) + "=" + text(value))
        : List.of(setting(value));
  }

  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
