package io.spindrift.diffusion.sampler;

import io.spindrift.diffusion.process.NoiseLevel;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * The noise levels that a sampler visits before it arrives at the clean image.
 *
 * @param words what they are, for reports
 * @param levels the noisiest first
 */
public record NoiseLevels(String words, List<NoiseLevel> levels) {
  /** Copies the list and checks that the noise falls. */
  public NoiseLevels {
    levels = List.copyOf(levels);
    Require.atLeast("number of noise levels", levels.size(), 1);
    for (int i = 1; i < levels.size(); i++) {
      if (!(levels.get(i).sigma() < levels.get(i - 1).sigma())) {
        throw new IllegalArgumentException(
            "noise must fall from level to level, but level "
                + i
                + " is "
                + levels.get(i).sigma()
                + " after "
                + levels.get(i - 1).sigma());
      }
    }
  }

  /** Number of levels. */
  public int count() {
    return levels.size();
  }

  /** Level i, 0 the noisiest. */
  public NoiseLevel from(int i) {
    return levels.get(i);
  }

  /** The level after level i; after the last comes the clean image. */
  public NoiseLevel to(int i) {
    return i + 1 < levels.size() ? levels.get(i + 1) : NoiseLevel.CLEAN;
  }
}
