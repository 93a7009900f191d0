package io.spindrift.experiment.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.device.MagneticState;
import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.noise.ImperfectNoise;
import io.spindrift.diffusion.noise.KeyedNoise;
import io.spindrift.diffusion.noise.NoiseImperfection;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.coin.CellProbabilities;
import io.spindrift.entropy.coin.CoinPulse;
import io.spindrift.entropy.gaussian.BinomialSum;
import io.spindrift.entropy.gaussian.GaussianMethod;
import io.spindrift.experiment.config.ConfigLoader;
import io.spindrift.experiment.config.Size;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.memory.MemoryNoise;
import io.spindrift.memory.MemoryNoise.Standardisation;
import io.spindrift.memory.VcMramArray;
import io.spindrift.memory.ledger.Action;
import io.spindrift.memory.ledger.Ledger;
import io.spindrift.memory.ledger.LedgerEntry;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareNoiseTest {
  private static final int SIZE = 784;
  private static final Supplier<MemoryNoise> NO_ARRAY =
      () -> {
        throw new AssertionError("no array should be asked for");
      };

  private static SpindriftConfig config(String... sets) {
    return ConfigLoader.load(Optional.empty(), Size.QUICK, List.of(sets));
  }

  private static StreamKey key(SpindriftConfig config) {
    return StreamKey.root(config.seed()).purpose("hardware noise");
  }

  private static NoiseSource hardware(SpindriftConfig config, Supplier<MemoryNoise> array) {
    return NoiseKind.HARDWARE.noise(config, array, new Ledger().stage("noise"));
  }

  private static float[] block(NoiseSource noise, String purpose) {
    float[] block = new float[SIZE];
    noise.fill(purpose, 3, 4, block, 0, SIZE);
    return block;
  }

  private static MemoryNoise array(Standardisation standardisation) {
    double[] probability = new double[4 * 64];
    Arrays.fill(probability, 0.53);
    return new MemoryNoise(
        new VcMramArray(
            CellProbabilities.of(probability, 64),
            new CoinPulse(MagneticState.PARALLEL, 0.6, 1e-9, 300)),
        1,
        16,
        standardisation);
  }

  @Test
  void withoutImperfectionTheArraysOwnSamplesAreTheNoise() {
    for (Standardisation standardisation : Standardisation.values()) {
      MemoryNoise array = array(standardisation);
      SpindriftConfig config = config();
      NoiseSource plain = new KeyedNoise(array.gaussian(new Ledger().stage("noise")), key(config));
      NoiseSource made = hardware(config, () -> array);
      assertThat(block(made, "sampling")).isEqualTo(block(plain, "sampling"));
      assertThat(made.name()).isEqualTo(plain.name());
    }
  }

  @Test
  void idealCoinsNeedNoDevice() {
    SpindriftConfig config = config("noise.bits=coin");
    NoiseSource plain = new KeyedNoise(BinomialSum.fair(new KeyedBits(), 16), key(config));
    NoiseSource made = hardware(config, NO_ARRAY);
    assertThat(block(made, "training")).isEqualTo(block(plain, "training"));
    assertThat(block(made, "sampling")).isEqualTo(block(plain, "sampling"));
  }

  @Test
  void samplingAloneCanBeImperfect() {
    SpindriftConfig config =
        config(
            "noise.bits=coin",
            "noise.sampling.probabilityOfOne=0.56",
            "noise.sampling.bitsPerSample=64");
    NoiseSource made = hardware(config, NO_ARRAY);
    NoiseSource imperfect =
        ImperfectNoise.of(
            new KeyedBits(),
            NoiseImperfection.ideal(64).withProbabilityOfOne(0.56),
            GaussianMethod.BINOMIAL_SUM,
            Standardisation.FAIR,
            key(config));
    assertThat(block(made, "sampling")).isEqualTo(block(imperfect, "sampling"));
    assertThat(block(made, "training"))
        .isEqualTo(block(hardware(config("noise.bits=coin"), NO_ARRAY), "training"));
    assertThat(made.name()).startsWith("in training sum of 16 bits").contains("P(1) = 0.56");
  }

  @Test
  void coinsAreChargedLikeCells() {
    Ledger ledger = new Ledger();
    NoiseSource noise =
        NoiseKind.HARDWARE.noise(config("noise.bits=coin"), NO_ARRAY, ledger.stage("noise"));
    block(noise, "training");
    Map<Action, Long> counts =
        ledger.snapshot().stream()
            .collect(Collectors.toMap(LedgerEntry::action, LedgerEntry::count));
    long bits = 16L * SIZE;
    // 12,544 bits in rows of 256 are 49 rows, each activated three times.
    assertThat(counts)
        .containsOnly(
            Map.entry(Action.RESET_PULSE, bits),
            Map.entry(Action.COIN_PULSE, bits),
            Map.entry(Action.CELL_READ, bits),
            Map.entry(Action.BIT_COUNT, bits),
            Map.entry(Action.ROW_ACTIVATION, 147L));
  }

  @Test
  void recordedBitsAreOpenedOnceForAllUses(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("chip.bin");
    Files.writeString(file, "These sixty-four characters are the bits that a chip once gave.\n");
    SpindriftConfig config =
        config(
            "noise.bits=recorded",
            "noise.recorded=" + file,
            "noise.sampling.probabilityOfOne=0.56");
    RunNoise noise = RunNoise.of(NoiseKind.HARDWARE, config, NO_ARRAY, new Ledger().stage("noise"));
    Files.delete(file);
    assertThat(noise.samples().name()).contains("recorded bits of chip.bin (512 bits)");
    assertThat(noise.numbersName()).contains("in sampling").contains("chip.bin");
    int[] numbers = new int[SIZE];
    noise.training().get().fill("training", 3, 4, numbers, 0, SIZE);
    assertThat(numbers).isNotEqualTo(new int[SIZE]);
  }

  @Test
  void refusesWhatTheMethodOrTheBitsCannotDo() {
    SpindriftConfig few = config("noise.bits=coin", "noise.method=software");
    assertThatThrownBy(() -> hardware(few, NO_ARRAY))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("noise: bits per sample must be between 32 and 32 for software, but was 16");
    assertThatThrownBy(() -> config("noise.bits=recorded"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("recorded must name a file when bits is recorded");
    assertThatThrownBy(
            () -> config("noise.sampling.stuckAtZero=0.6", "noise.sampling.stuckAtOne=0.6"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("stuck at 1");
  }
}
