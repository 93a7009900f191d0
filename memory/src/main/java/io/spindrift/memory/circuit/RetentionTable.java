package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import io.spindrift.device.retention.HeldJunction;
import io.spindrift.device.retention.Retention;
import io.spindrift.device.retention.StateRates;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.memory.spec.FaultShares;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.memory.spec.SenseAmplifier;
import io.spindrift.memory.spec.StateKeeping;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;
import java.util.Optional;

/**
 * The rates at which the cells of a memory escape from their states, kind by kind, at a voltage and
 * a temperature.
 *
 * <p>A macrospin device tells its rates itself: the formula for a high barrier or, on an axis of
 * symmetry, the exact quadrature, for each junction as drawn. For other devices the memory states a
 * barrier E and an attempt time tau, the same for both states and at any voltage: rate = exp(-E/(k
 * T))/tau. A weak kind has the barrier f E: its rates are those of a sound one times exp((1 - f)
 * E/(k T)). From its rates a from P and b from AP, a cell is found in the other state after t with
 * a/(a + b) (1 - exp(-(a + b) t)), which saturates at a/(a + b).
 *
 * @param temperatureKelvin temperature
 * @param rates rates of each kind
 */
public record RetentionTable(double temperatureKelvin, List<StateRates> rates) {
  /** Copies the list. */
  public RetentionTable {
    Require.positive("temperature", temperatureKelvin, "K");
    rates = List.copyOf(rates);
    Require.atLeast("kinds", rates.size(), 1);
  }

  /**
   * The rates of a memory's cells.
   *
   * @param spec the memory
   * @param device its junctions
   * @param kinds which of them its cells are
   * @param variation where device-to-device differences come from, as in the junctions' models;
   *     decides too which kinds are weak
   * @param voltageVolts voltage across the junctions, zero at rest
   * @param temperatureKelvin temperature
   * @param workers share the kinds; their number does not change a rate
   * @param progress tells how far they are
   * @throws io.spindrift.numerics.UnusableInput when a junction has no two states there
   */
  public static RetentionTable of(
      MemorySpec spec,
      DeviceSpec device,
      CellKinds kinds,
      StreamKey variation,
      double voltageVolts,
      double temperatureKelvin,
      Workers workers,
      Progress progress) {
    Optional<DeviceDraws> draws =
        device instanceof MacrospinDevice macrospin
            ? Optional.of(new DeviceDraws(macrospin, variation))
            : Optional.empty();
    StateRates[] rates = new StateRates[kinds.count()];
    try (Progress.Task task = progress.begin("escape rates", rates.length, "kinds")) {
      workers.forEach(
          rates.length,
          kind -> {
            progress.checkStopped();
            double factor = barrierFactor(spec.faults(), kind, variation);
            if (draws.isPresent()) {
              MacrospinDevice drawn = draws.get().draw(kinds.deviceIndex(kind)).device();
              HeldJunction held = HeldJunction.of(drawn, voltageVolts, temperatureKelvin);
              rates[kind] = weakened(Retention.of(held, Optional.empty()), factor);
            } else {
              rates[kind] = stated(spec.retention(), temperatureKelvin, factor);
            }
            task.advance(1);
          });
    }
    return new RetentionTable(temperatureKelvin, List.of(rates));
  }

  /** The rates of a memory's cells, found by one thread. */
  public static RetentionTable of(
      MemorySpec spec,
      DeviceSpec device,
      CellKinds kinds,
      StreamKey variation,
      double voltageVolts,
      double temperatureKelvin) {
    try (Workers one = new Workers(1)) {
      return of(
          spec, device, kinds, variation, voltageVolts, temperatureKelvin, one, Progress.NONE);
    }
  }

  /** Whether a kind is weak, as the variation decides. */
  public static boolean isWeak(FaultShares faults, int kind, StreamKey variation) {
    return variation.purpose("weak kinds").at(kind).open().nextDouble() < faults.weakShare();
  }

  /** Number of kinds. */
  public int kinds() {
    return rates.size();
  }

  /** What a time of rest does to an array. */
  public FlipTable after(double seconds) {
    Require.notNegative("time", seconds, "s");
    return table((kind, from) -> rates.get(kind).lossProbability(from, seconds));
  }

  /**
   * What a reading does to the cells that it reads, this table being that of the read voltage: they
   * escape during the integration, or flip with the stated probability.
   */
  public FlipTable readDisturb(SenseAmplifier amplifier) {
    double stated = amplifier.disturbPerReading();
    double seconds = amplifier.integrationSeconds();
    return table((kind, from) ->
        (1 - stated) * rates.get(kind).lossProbability(from, seconds)
            + stated * (1 - rates.get(kind).lossProbability(from.opposite(), seconds)));
  }

  private FlipTable table(Law law) {
    CellKinds indices = new CellKinds(rates.size(), StreamKey.root(0));
    return FlipTable.of(
        indices, (device, from) -> law.probability((int) Math.max(0, device), from));
  }

  private interface Law {
    double probability(int kind, MagneticState from);
  }

  private static double barrierFactor(FaultShares faults, int kind, StreamKey variation) {
    return isWeak(faults, kind, variation) ? faults.weakBarrierFactor() : 1;
  }

  private static StateRates weakened(Retention retention, double factor) {
    StateRates sound = retention.rates();
    return factor == 1
        ? sound
        : new StateRates(
            sound.fromParallelPerSecond()
                * Math.exp((1 - factor) * barrier(retention, MagneticState.PARALLEL)),
            sound.fromAntiparallelPerSecond()
                * Math.exp((1 - factor) * barrier(retention, MagneticState.ANTIPARALLEL)));
  }

  private static double barrier(Retention retention, MagneticState from) {
    return retention.barrier(from).orElseThrow();
  }

  private static StateRates stated(StateKeeping law, double kelvin, double factor) {
    double barrier = factor * law.stability() * law.temperatureKelvin() / kelvin;
    double rate = Math.exp(-barrier) / law.attemptSeconds();
    return new StateRates(rate, rate);
  }
}
