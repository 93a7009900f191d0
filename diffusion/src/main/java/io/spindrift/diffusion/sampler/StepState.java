package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.diffusion.process.Target;

/**
 * The images of a batch on their way, with those of the evaluation before. Loops are small, one for
 * each term, so that the compiler turns them into vector code.
 */
final class StepState {
  private float[] present;
  private float[] earlier;
  private float[] clean;
  private float[] earlierClean;

  StepState(float[] begin) {
    present = begin;
    earlier = new float[begin.length];
    clean = new float[begin.length];
    earlierClean = new float[begin.length];
  }

  /** The images. */
  float[] present() {
    return present;
  }

  /** Where the denoiser writes its answer. */
  float[] answer() {
    return clean;
  }

  /** Turns the answer into the clean images that it implies, clipped. */
  void imply(Target target, NoiseLevel level, float lowest, float highest) {
    float ofNoisy = (float) target.noisyWeight(level.signal(), level.spread());
    float ofAnswer = (float) target.answerWeight(level.signal(), level.spread());
    mix(clean, ofAnswer, present, ofNoisy);
    clip(clean, lowest, highest);
  }

  /** Takes a step; {@code fresh} is not looked at when the step has no noise. */
  void advance(ReverseStep step, float[] fresh) {
    mix(earlier, (float) step.earlierStateWeight(), present, (float) step.stateWeight());
    if (step.cleanWeight() != 0) {
      add(earlier, clean, (float) step.cleanWeight());
    }
    if (step.earlierCleanWeight() != 0) {
      add(earlier, earlierClean, (float) step.earlierCleanWeight());
    }
    if (step.sigma() != 0) {
      add(earlier, fresh, (float) step.sigma());
    }
    float[] next = earlier;
    earlier = present;
    present = next;
    float[] spare = earlierClean;
    earlierClean = clean;
    clean = spare;
  }

  private static void mix(float[] sum, float ofSum, float[] other, float ofOther) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = ofSum * sum[i] + ofOther * other[i];
    }
  }

  private static void add(float[] sum, float[] other, float weight) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * other[i];
    }
  }

  private static void clip(float[] values, float lowest, float highest) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(lowest, Math.min(highest, values[i]));
    }
  }
}
