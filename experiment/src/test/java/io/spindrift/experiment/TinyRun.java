package io.spindrift.experiment;

import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Runs and studies so small that a test makes several, and the wish to stop one half-way. */
public final class TinyRun {
  private static final List<String> SETTINGS =
      List.of(
          "device=measured-compact-fit",
          "curve.pulses=1ns:3ns:0.2ns",
          "entropy.rows=8",
          "entropy.columns=64",
          "entropy.certificateBits=4096",
          "entropy.noiseSamples=2000",
          "images.trainCount=60",
          "images.heldOutCount=40",
          "process.steps=50",
          "training.steps=12",
          "training.batch=4",
          "training.checkpointSteps=5",
          "sampling.count=40",
          "sampling.steps=5",
          "sampling.batch=16");

  /** The configuration with more settings, which win. */
  public static SpindriftConfig config(List<String> more) {
    List<String> sets = new ArrayList<>(SETTINGS);
    sets.addAll(more);
    return ConfigLoader.load(Optional.empty(), Size.QUICK, sets);
  }

  /** Asks to stop once work has asked so many times whether to go on. */
  public static Progress stopAfter(long checks) {
    AtomicLong left = new AtomicLong(checks);
    return new Progress() {
      @Override
      public Task begin(String title, long total, String unit) {
        return Progress.NONE.begin(title, total, unit);
      }

      @Override
      public void checkStopped() {
        if (left.decrementAndGet() < 0) {
          throw new Stopped();
        }
      }
    };
  }

  private TinyRun() {}
}
