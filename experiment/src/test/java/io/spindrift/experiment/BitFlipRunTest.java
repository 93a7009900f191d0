package io.spindrift.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.RunState.Status;
import io.spindrift.experiment.stage.BitFlips;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run whose images are bits that flip, by pulses of a device. */
class BitFlipRunTest {
  private static final List<String> FLIPPING =
      List.of(
          "seed=7",
          "curve.pulses=0.6ns:3ns:0.2ns",
          "process.kind=bit-flip",
          "process.planes=2",
          "process.steps=40",
          "process.flips.schedule=constant",
          "process.flips.pulses=device",
          "training.steps=6");

  @TempDir Path folder;

  private static SpindriftConfig config(String... more) {
    List<String> sets = new ArrayList<>(FLIPPING);
    sets.addAll(List.of(more));
    return TinyRun.config(sets);
  }

  private Metrics run(String name, SpindriftConfig config, int threads) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-02T10:15:00Z"), ZoneOffset.UTC);
    try (Workers workers = new Workers(threads)) {
      RunOutcome outcome =
          new Experiment(new LinearEngine(), workers, Progress.NONE, StageListener.NONE)
              .run(
                  new RunRequest(
                      config, Size.QUICK, Optional.of(folder.resolve(name)), "test", clock));
      assertThat(outcome.status()).isEqualTo(Status.DONE);
      return outcome.metrics();
    }
  }

  private static long count(Metrics metrics, String purpose, String action) {
    return metrics.ledger().stream()
        .filter(e -> e.purpose().equals(purpose) && e.action().equals(action))
        .mapToLong(e -> e.count())
        .sum();
  }

  /** Each of 2 x 784 bits takes a number of 16 bits, each of them two tosses. */
  @Test
  void everyTossIsCountedAndThreadsAndBatchChangeNothing() {
    Metrics one = run("one", config(), 1);
    long tosses = 2 * 784 * 16 * 2;
    assertThat(count(one, "training", "coin pulse")).isEqualTo(6 * 4 * tosses);
    // The first bits, and one number for each of five steps.
    assertThat(count(one, "sampling", "coin pulse")).isEqualTo(40 * 6 * tosses);
    Metrics three = run("three", config("sampling.batch=7"), 3);
    assertThat(three.fid()).isEqualTo(one.fid());
    assertThat(three.ledger()).isEqualTo(one.ledger());
    assertThat(run("other", config("seed=8"), 2).fid()).isNotEqualTo(one.fid());
  }

  private static Recipe recipe(SpindriftConfig config) {
    return Recipe.of(config, Images.open(config.images(), config.seed()));
  }

  @Test
  void pulsesOfTheDeviceAreAsymmetricAndIdealOnesAreNot() {
    BitFlips device = recipe(config()).bits().orElseThrow();
    assertThat(device.chain().startingShare(0)).isBetween(0.4, 0.48);
    BitFlips ideal = recipe(config("process.flips.pulses=ideal")).bits().orElseThrow();
    assertThat(ideal.chain().startingShare(0)).isEqualTo(0.5);
    assertThat(ideal.chain().finalCorrelation(0)).isBetween(0.00099, 0.00101);
  }

  @Test
  void whatBitsCannotDoIsRefused() {
    for (List<String> bad :
        List.of(
            List.of("process.planes=9", "planes"),
            List.of("sampling.sampler=ddim", "sampling.sampler must be ddpm"),
            List.of("sampling.eta=0.5", "sampling.eta must be 0"),
            List.of("process.target=epsilon", "process.target has no effect"),
            List.of("process.schedule=linear", "process.schedule has no effect"),
            List.of("process.weighting=min-snr", "left at uniform, but was min-snr"),
            List.of("process.flips.finalCorrelation=0", "finalCorrelation must be positive"))) {
      assertThatThrownBy(() -> recipe(config(bad.getFirst())))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining(bad.getLast());
    }
    BitFlips weak = recipe(config("process.steps=5000")).bits().orElseThrow();
    assertThatThrownBy(() -> run("refused", config("process.steps=5000"), 1))
        .isInstanceOf(UnusableInput.class);
    assertThat(folder.resolve("refused")).doesNotExist();
    assertThatThrownBy(weak::chain)
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("process.flips.schedule constant with process.steps");
  }
}
