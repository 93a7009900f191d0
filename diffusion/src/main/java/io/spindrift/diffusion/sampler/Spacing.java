package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.EdmSigmas;
import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.numerics.Require;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Which noise levels of a schedule a sampler visits. */
public enum Spacing {
  /**
   * Evenly spaced steps of the schedule, from its last to its first. Source: Nichol and Dhariwal,
   * ICML 2021, section 4.
   */
  STEPS {
    @Override
    public NoiseLevels levels(NoiseSchedule schedule, int count) {
      int last = schedule.steps() - 1;
      Require.inRange("sampling steps", count, 1, schedule.steps());
      return new NoiseLevels(
          count + " of " + schedule.steps() + " steps",
          IntStream.range(0, count)
              .map(i -> count == 1 ? last : (int) Math.round((count - 1 - i) * part(last, count)))
              .mapToObj(schedule::level)
              .toList());
    }

    @Override
    NoiseLevels between(NoiseSchedule schedule, NoiseLevel most, double least, int count) {
      double top = most.timestep();
      double bottom = schedule.levelOf(least).timestep();
      return list(
          count + " levels even in steps",
          most,
          count,
          i -> schedule.levelAt(top + (bottom - top) * part(1, count) * i));
    }
  },
  /**
   * Evenly spaced logarithms of the signal-to-noise ratio. Source: Lu et al., "DPM-Solver", NeurIPS
   * 2022, section 3.4.
   */
  LOG_SNR {
    @Override
    NoiseLevels between(NoiseSchedule schedule, NoiseLevel most, double least, int count) {
      double top = Math.log(most.sigma());
      double fall = (Math.log(least) - top) * part(1, count);
      return list(
          count + (count == 1 ? " level" : " levels even in log SNR"),
          most,
          count,
          i -> schedule.levelOf(Math.exp(top + fall * i)));
    }
  },
  /** The noise levels of {@link EdmSigmas}. */
  EDM {
    @Override
    NoiseLevels between(NoiseSchedule schedule, NoiseLevel most, double least, int count) {
      return list(
          count + (count == 1 ? " EDM level" : " EDM levels"),
          most,
          count,
          i -> schedule.levelOf(EdmSigmas.between(most.sigma(), least, part(1, count) * i)));
    }
  };

  /**
   * Levels over the range of a schedule; {@link #LOG_SNR} and {@link #EDM} keep within sigma 0.002
   * to 80, beyond which there is nothing to learn about images of unit variance.
   *
   * @param count number of levels
   */
  public NoiseLevels levels(NoiseSchedule schedule, int count) {
    double most = Math.min(schedule.level(schedule.steps() - 1).sigma(), EdmSigmas.MOST);
    return levels(schedule, count, most);
  }

  /**
   * Levels from a given noise down to the least of the schedule.
   *
   * @param count number of levels; one alone when {@code most} is not above the least
   * @param most standard deviation of the noise of the first level, on the unscaled image
   */
  public NoiseLevels levels(NoiseSchedule schedule, int count, double most) {
    Require.atLeast("sampling steps", count, 1);
    double least = Math.max(schedule.level(0).sigma(), EdmSigmas.LEAST);
    return between(schedule, schedule.levelOf(most), least, most > least ? count : 1);
  }

  abstract NoiseLevels between(NoiseSchedule schedule, NoiseLevel most, double least, int count);

  /** One of count - 1 equal parts; a single level has none. */
  private static double part(double whole, int count) {
    return count == 1 ? 0 : whole / (count - 1);
  }

  /** The first level is kept as it is given, free of rounding. */
  private static NoiseLevels list(
      String words, NoiseLevel most, int count, IntFunction<NoiseLevel> level) {
    return new NoiseLevels(
        words, IntStream.range(0, count).mapToObj(i -> i == 0 ? most : level.apply(i)).toList());
  }
}
