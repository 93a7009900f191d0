package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseLevel;
import java.util.List;

/** Steps of a sampler for one value in double precision, written down as the equation reads. */
final class ScalarPath {
  private ScalarPath() {}

  /** Takes the steps without noise. */
  static double end(List<ReverseStep> steps, Mixture data, double begin) {
    double x = begin;
    double earlier = 0;
    double earlierClean = 0;
    for (ReverseStep step : steps) {
      double clean = data.clean(x, step.from());
      double next =
          step.stateWeight() * x
              + step.earlierStateWeight() * earlier
              + step.cleanWeight() * clean
              + step.earlierCleanWeight() * earlierClean;
      earlier = x;
      earlierClean = clean;
      x = next;
    }
    return x;
  }

  /**
   * The path of dy / dsigma = (y - D) / sigma with y = x / signal, from one noise level to another
   * by the classical method of order 4 in log(sigma), then the clean image there.
   */
  static double reference(Mixture data, double begin, double most, double least, int steps) {
    double y = begin * Math.hypot(1, most);
    double h = Math.log(least / most) / steps;
    for (int i = 0; i < steps; i++) {
      double s = Math.log(most) + i * h;
      double a = slope(data, y, s);
      double b = slope(data, y + h / 2 * a, s + h / 2);
      double c = slope(data, y + h / 2 * b, s + h / 2);
      double d = slope(data, y + h * c, s + h);
      y += h / 6 * (a + 2 * b + 2 * c + d);
    }
    NoiseLevel end = NoiseLevel.ofSigma(0, least);
    return data.clean(y * end.signal(), end);
  }

  private static double slope(Mixture data, double y, double logSigma) {
    NoiseLevel level = NoiseLevel.ofSigma(0, Math.exp(logSigma));
    return y - data.clean(y * level.signal(), level);
  }
}
