package io.spindrift.device.derived;

import io.spindrift.device.MagneticState;
import io.spindrift.device.drive.Circuit;
import io.spindrift.device.drive.Staircase;
import io.spindrift.device.drive.Waveform;
import io.spindrift.device.drive.WaveformEnergy;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.spec.SelfHeating;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;

/** Resistance, circuit and energy of the operating pulse. */
final class CurrentQuantities {
  private static final double DISCHARGE_TIMES = 40;
  private static final double PULSE_WITHOUT_ONE_SECONDS = 1e-9;

  static void add(QuantityCollector list, MacrospinDevice device, double kelvin) {
    JunctionConductance law = JunctionConductance.of(device);
    Circuit circuit = Circuit.of(device);
    double source = device.operation().voltageVolts();
    for (MagneticState state : MagneticState.values()) {
      String name = state.symbol();
      String field = state.word();
      double mz = JunctionConductance.cosineOf(state);
      double volts = circuit.settledVolts(source, mz);
      list.add(
          field + "RestOhms",
          "resistance, " + name + ", zero bias",
          law.resistanceOhms(state, 0),
          Dimension.RESISTANCE,
          "");
      list.add(
          field + "Ohms",
          "resistance, " + name + ", operation",
          law.resistanceOhms(state, volts),
          Dimension.RESISTANCE,
          "");
      if (circuit.seriesOhms() > 0) {
        list.add(
            field + "JunctionVolts",
            "voltage across the junction, " + name,
            volts,
            Dimension.VOLTAGE,
            "behind the series resistance");
        list.add(
            field + "TimeConstantSeconds",
            "time constant of the circuit, " + name,
            circuit.timeConstantSeconds(mz, volts),
            Dimension.TIME,
            "");
      }
      device
          .selfHeating()
          .ifPresent(heating ->
              list.add(
                  field + "HeatingKelvin",
                  "heating at steady operation, " + name,
                  rise(heating, volts, law.siemens(mz, volts)),
                  Dimension.TEMPERATURE,
                  ""));
    }
    list.add(
        "magnetoresistance",
        "magnetoresistance, operation",
        law.tmr(source),
        Dimension.NONE,
        "(R_AP - R_P)/R_P");
    energies(list, device, kelvin);
  }

  private static double rise(SelfHeating heating, double volts, double siemens) {
    return heating.kelvinPerWatt() * volts * volts * siemens;
  }

  private static void energies(QuantityCollector list, MacrospinDevice device, double kelvin) {
    if (device.operation().voltageVolts() == 0) {
      return;
    }
    double pulse =
        device.operation().hasPulse()
            ? device.operation().pulseSeconds()
            : PULSE_WITHOUT_ONE_SECONDS;
    String note = "rectangle of " + Quantity.print(pulse, Dimension.TIME);
    Waveform waveform = Waveform.rectangle(device.operation().voltageVolts(), pulse);
    for (MagneticState state : MagneticState.values()) {
      double mz = JunctionConductance.cosineOf(state);
      double discharge = DISCHARGE_TIMES * Circuit.of(device).timeConstantSeconds(mz, 0);
      WaveformEnergy energy =
          Staircase.of(device, waveform, discharge, kelvin, state, Staircase.RESOLUTION).energy();
      String name = state.symbol();
      String field = state.word();
      energy(
          list,
          field + "HeatJoules",
          "heat in the junction, " + name,
          energy.junctionJoules(),
          note);
      if (Circuit.of(device).seriesOhms() > 0) {
        energy(
            list,
            field + "SeriesJoules",
            "heat in the series resistance, " + name,
            energy.seriesJoules(),
            note);
      }
      if (state == MagneticState.PARALLEL && energy.chargingJoules() > 0) {
        energy(list, "chargingJoules", "charging", energy.chargingJoules(), "C V^2, each pulse");
      }
    }
  }

  private static void energy(
      QuantityCollector list, String field, String words, double joules, String note) {
    list.add(field, words, joules, Dimension.ENERGY, note);
  }

  private CurrentQuantities() {}
}
