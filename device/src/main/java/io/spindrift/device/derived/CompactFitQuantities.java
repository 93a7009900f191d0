package io.spindrift.device.derived;

import io.spindrift.device.MagneticState;
import io.spindrift.device.PulseEnergy;
import io.spindrift.device.compact.CompactFitResistance;
import io.spindrift.device.compact.CompactFitSwitching;
import io.spindrift.device.spec.CompactFitDevice;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import java.util.List;

/** What a fit to measured switching and resistance says at its operating point. */
final class CompactFitQuantities {
  private static final long NOMINAL = -1;

  static List<DerivedQuantity> of(CompactFitDevice device, double temperatureKelvin) {
    StreamKey unused = StreamKey.root(0);
    CompactFitResistance resistance = new CompactFitResistance(device, unused);
    CompactFitSwitching switching = new CompactFitSwitching(device, unused);
    double volts = device.operation().voltageVolts();
    double pulse = device.operation().pulseSeconds();
    QuantityCollector list = new QuantityCollector();
    for (MagneticState state : MagneticState.values()) {
      String name = state.symbol();
      double rest = resistance.resistanceOhms(state, 0, NOMINAL);
      double biased = resistance.resistanceOhms(state, volts, NOMINAL);
      String field = state.word();
      list.add(
          field + "RestOhms",
          "resistance, " + name + ", zero bias",
          rest,
          Dimension.RESISTANCE,
          "");
      list.add(
          field + "Ohms", "resistance, " + name + ", operation", biased, Dimension.RESISTANCE, "");
      if (pulse > 0) {
        PulseEnergy energy =
            PulseEnergy.of(volts, pulse, biased, device.resistance().capacitanceFarads());
        list.add(
            field + "PulseJoules",
            "pulse energy, " + name,
            energy.totalJoules(),
            Dimension.ENERGY,
            "state before the pulse");
        list.add(
            field + "SwitchingProbability",
            "switching probability out of " + name,
            switching.probability(state, volts, pulse, temperatureKelvin, NOMINAL),
            Dimension.NONE,
            "nominal device");
      }
    }
    list.add(
        "magnetoresistance",
        "magnetoresistance, operation",
        device.resistance().tmr().at(volts),
        Dimension.NONE,
        "(R_AP - R_P)/R_P");
    return list.all();
  }

  private CompactFitQuantities() {}
}
