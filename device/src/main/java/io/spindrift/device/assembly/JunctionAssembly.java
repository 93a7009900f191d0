package io.spindrift.device.assembly;

import io.spindrift.device.Junction;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.PulseEnergyModel;
import io.spindrift.device.SwitchingModel;
import io.spindrift.device.compact.CompactFitResistance;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.MeasuredDevice;
import io.spindrift.device.spec.Operation;
import io.spindrift.device.switching.DevicePopulation;
import io.spindrift.device.switching.DrivenPulseEnergy;
import io.spindrift.device.switching.MacrospinResistance;
import io.spindrift.device.switching.OperatingPointSearch;
import io.spindrift.device.switching.OperatingPolicy;
import io.spindrift.device.switching.PopulationExperiment;
import io.spindrift.device.switching.PopulationSwitchingModel;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingExperiment;
import io.spindrift.device.switching.TableSwitchingModel;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;

/**
 * Makes a junction from its description in three steps: curve, operating point, junction.
 *
 * <p>Cycle-to-cycle chance and device-to-device variation have separate keys, so that the same
 * array of devices can be run again with fresh thermal noise.
 */
public final class JunctionAssembly {
  private final DeviceSpec spec;
  private final AssemblySettings settings;
  private final StreamKey cycles;
  private final StreamKey variation;

  /**
   * An assembly.
   *
   * @param spec the description
   * @param settings how much is simulated; a compact fit and a measured table only use the pulse
   *     widths
   * @param cycles where cycle-to-cycle chance comes from
   * @param variation where device-to-device differences come from
   */
  public JunctionAssembly(
      DeviceSpec spec, AssemblySettings settings, StreamKey cycles, StreamKey variation) {
    this.spec = spec;
    this.settings = settings;
    this.cycles = cycles.purpose("device");
    this.variation = variation.purpose("device");
  }

  /** The nominal switching curve at the voltage and temperature of use. */
  public SwitchingCurve curve(Workers workers, Progress progress) {
    Operation use = spec.operation();
    return switch (spec) {
      case MacrospinDevice device ->
          SwitchingExperiment.run(
              device,
              settings.curve(use.voltageVolts(), use.temperatureKelvin()),
              cycles.purpose("curve"),
              workers,
              progress);
      case CompactFitDevice device ->
          SwitchingCurve.of(
              new CompactFitSwitching(device, variation),
              use.voltageVolts(),
              use.temperatureKelvin(),
              settings.pulseSeconds());
      case MeasuredDevice device -> MeasuredJunction.curve(device, settings.pulseSeconds());
    };
  }

  /**
   * The operating point: at the pulse width of the description where it has one, else by policy.
   *
   * @throws io.spindrift.numerics.UnusableInput when the curve offers none
   */
  public OperatingPoint operatingPoint(SwitchingCurve curve, OperatingPolicy policy) {
    Operation use = spec.operation();
    return use.hasPulse() && policy == OperatingPolicy.AUTO
        ? OperatingPointSearch.at(curve, use.pulseSeconds())
        : OperatingPointSearch.choose(curve, policy);
  }

  /**
   * The junction at its operating point.
   *
   * <p>A macrospin with spread is simulated once more, as a population of varied devices.
   */
  public Junction junction(
      SwitchingCurve curve, OperatingPoint point, Workers workers, Progress progress) {
    return switch (spec) {
      case MacrospinDevice device -> {
        MacrospinResistance resistance = new MacrospinResistance(device, variation);
        double capacitance = device.barrier().capacitanceFarads();
        yield new Junction(
            device.name(),
            device,
            macrospinModel(device, curve, point, workers, progress),
            resistance,
            capacitance,
            point,
            device.driver().isPresent()
                ? new DrivenPulseEnergy(device, variation)
                : PulseEnergyModel.direct(resistance, capacitance));
      }
      case CompactFitDevice device ->
          new Junction(
              device.name(),
              device,
              new CompactFitSwitching(device, variation),
              new CompactFitResistance(device, variation),
              device.resistance().capacitanceFarads(),
              point);
      case MeasuredDevice device -> MeasuredJunction.at(device, point);
    };
  }

  private SwitchingModel macrospinModel(
      MacrospinDevice device,
      SwitchingCurve curve,
      OperatingPoint point,
      Workers workers,
      Progress progress) {
    DeviceDraws draws = new DeviceDraws(device, variation);
    if (!draws.switchingVaries()) {
      return new TableSwitchingModel(curve);
    }
    DevicePopulation population =
        PopulationExperiment.run(
            draws,
            settings.populationDevices(),
            settings.population(
                point.voltageVolts(), point.temperatureKelvin(), point.pulseSeconds()),
            cycles.purpose("population"),
            workers,
            progress);
    return new PopulationSwitchingModel(population, draws, variation);
  }
}
