package io.spindrift.experiment.run;

import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.LedgerEntry;
import io.spindrift.experiment.run.StageReading.BitReading;
import io.spindrift.experiment.run.StageReading.CheckReading;
import io.spindrift.experiment.run.StageReading.DeviceReading;
import io.spindrift.experiment.run.StageReading.DiffusionReading;
import io.spindrift.experiment.run.StageReading.EntropyReading;
import io.spindrift.experiment.run.StageReading.FidReading;
import io.spindrift.experiment.run.StageReading.MemoryReading;
import io.spindrift.experiment.run.StageReading.NoiseReading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All numbers of a run: the content of {@code metrics.json}. A stage that has not run is null.
 *
 * @param name name of the run
 * @param seed root seed
 * @param device junction and operating point
 * @param bits the checked bit stream
 * @param entropy each check of the bits, with its p-value
 * @param noise quality of the Gaussian samples
 * @param memory the array that holds the noise
 * @param diffusion training and sampling
 * @param fid distances to held-out images
 * @param ledger actions, counts and joules
 * @param cost comparison with other generators
 * @param stages finished stages with their seconds, in order
 * @param versions versions of the program and what it runs on
 */
public record Metrics(
    String name,
    long seed,
    @Nullable DeviceReading device,
    @Nullable BitReading bits,
    Map<String, CheckReading> entropy,
    @Nullable NoiseReading noise,
    @Nullable MemoryReading memory,
    @Nullable DiffusionReading diffusion,
    @Nullable FidReading fid,
    List<LedgerEntry> ledger,
    @Nullable CostComparison cost,
    List<StageTime> stages,
    Map<String, String> versions) {

  /**
   * A finished stage.
   *
   * @param name name of the stage
   * @param seconds wall-clock seconds, over all sittings
   */
  public record StageTime(String name, double seconds) {}

  /** Copies the collections. */
  public Metrics {
    entropy = ordered(entropy);
    ledger = List.copyOf(ledger);
    stages = List.copyOf(stages);
    versions = ordered(versions);
  }

  /** Metrics before the first stage. */
  public static Metrics begin(String name, long seed, Map<String, String> versions) {
    return new Metrics(
        name, seed, null, null, Map.of(), null, null, null, null, List.of(), null, List.of(),
        versions);
  }

  /** Whether the stage has finished. */
  public boolean has(String stage) {
    return stages.stream().anyMatch(s -> s.name().equals(stage));
  }

  /** These metrics with what one stage found. */
  public Metrics with(StageReading reading) {
    return switch (reading) {
      case DeviceReading r ->
          new Metrics(
              name, seed, r, bits, entropy, noise, memory, diffusion, fid, ledger, cost, stages,
              versions);
      case EntropyReading r ->
          new Metrics(
              name,
              seed,
              device,
              r.bits(),
              r.checks(),
              r.noise(),
              memory,
              diffusion,
              fid,
              ledger,
              cost,
              stages,
              versions);
      case MemoryReading r ->
          new Metrics(
              name, seed, device, bits, entropy, noise, r, diffusion, fid, ledger, cost, stages,
              versions);
      case DiffusionReading r ->
          new Metrics(
              name, seed, device, bits, entropy, noise, memory, r, fid, ledger, cost, stages,
              versions);
      case FidReading r ->
          new Metrics(
              name, seed, device, bits, entropy, noise, memory, diffusion, r, ledger, cost, stages,
              versions);
      case CostReading r ->
          new Metrics(
              name,
              seed,
              device,
              bits,
              entropy,
              noise,
              memory,
              diffusion,
              fid,
              r.ledger(),
              r.comparison(),
              stages,
              versions);
    };
  }

  /** These metrics with one more finished stage. */
  public Metrics finished(StageTime stage) {
    List<StageTime> more = new ArrayList<>(stages);
    more.add(stage);
    return new Metrics(
        name, seed, device, bits, entropy, noise, memory, diffusion, fid, ledger, cost, more,
        versions);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return java.util.Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
