package io.spindrift.device.derived;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.LinearField;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.ensemble.StepLimit;
import io.spindrift.device.landscape.EnergyBarrier;
import io.spindrift.device.spec.BiasField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.quantity.Dimension;

/**
 * Fields, barriers and times of the magnetisation.
 *
 * <pre>
 *   cancelling voltage   Bk(0)/(Bk(0) - Bk(1 V)) in volts, Bk being linear in V
 *   relaxation time      (1 + alpha^2)/(alpha gamma Bk(0))
 *   attempt time         (1 + alpha^2)/(alpha gamma Bk(0)) sqrt(pi/Delta)
 * </pre>
 *
 * Bk uniaxial field, alpha damping, gamma gyromagnetic ratio, Delta stability factor. The attempt
 * time is that of one well without a field in the limit of a high barrier, W. F. Brown, Phys. Rev.
 * 130, 1677 (1963): rate = exp(-Delta)/attempt time.
 */
final class MagneticQuantities {
  private static final double LONGEST_TRIED_SECONDS = 1e-9;
  private static final double GAMMA = Constants.GYROMAGNETIC_RATIO_RADIANS_PER_SECOND_TESLA;

  static void add(QuantityCollector list, MacrospinDevice device, double kelvin) {
    double volts = device.operation().voltageVolts();
    double rest = EffectiveField.uniaxialTesla(device, 0, kelvin);
    list.add(
        "momentAmpereSquareMeters",
        "magnetic moment",
        device.atTemperature(kelvin).freeLayer().momentAmpereSquareMeters(),
        Dimension.MAGNETIC_MOMENT,
        "");
    field(list, "uniaxialRestTesla", "uniaxial field, zero bias", rest, "net of shape");
    field(
        list,
        "uniaxialTesla",
        "uniaxial field, operation",
        EffectiveField.uniaxialTesla(device, volts, kelvin),
        "net of shape");
    list.add(
        "cancellingVolts",
        "voltage that cancels it",
        rest / (rest - EffectiveField.uniaxialTesla(device, 1, kelvin)),
        Dimension.VOLTAGE,
        "");
    barriers(list, device, kelvin);
    torque(list, device, volts, kelvin);
    times(list, device, rest, kelvin);
  }

  private static void barriers(QuantityCollector list, MacrospinDevice device, double kelvin) {
    list.add(
        "stabilityFactor",
        "stability factor",
        EffectiveField.stabilityFactor(device, kelvin),
        Dimension.NONE,
        "Bk Ms V/(2 kB T), no field");
    EnergyBarrier barrier = EnergyBarrier.of(device, 0, kelvin);
    for (MagneticState state : MagneticState.values()) {
      String field = state.word();
      String words = "energy barrier out of " + state.symbol();
      list.add(
          field + "BarrierJoules",
          words,
          barrier.joules(state),
          Dimension.ENERGY,
          "in the bias and stray field");
      list.add(
          field + "BarrierThermal",
          words + " over kB T",
          barrier.thermal(state),
          Dimension.NONE,
          "in the bias and stray field");
    }
  }

  private static void torque(
      QuantityCollector list, MacrospinDevice device, double volts, double kelvin) {
    if (device.spinTorque().isEmpty()) {
      return;
    }
    LinearField field = EffectiveField.of(device, volts, kelvin);
    field(list, "dampingLikeTesla", "damping-like torque, operation", field.twist(), "as a field");
    for (MagneticState state : MagneticState.values()) {
      list.add(
          state.word() + "InstabilityVolts",
          "voltage that undamps " + state.symbol(),
          TorqueThreshold.volts(device, state, kelvin),
          Dimension.VOLTAGE,
          "smallest, no field in the plane");
    }
  }

  private static void times(
      QuantityCollector list, MacrospinDevice device, double rest, double kelvin) {
    BiasField bias = device.biasField();
    BiasField stray = device.strayField().orElse(BiasField.NONE);
    double x = bias.xTesla() + stray.xTesla();
    double y = bias.yTesla() + stray.yTesla();
    double z = bias.zTesla() + stray.zTesla();
    double tesla = Math.hypot(Math.hypot(x, y), z);
    double period = 2 * Math.PI / (GAMMA * tesla);
    time(list, "precessionSeconds", "precession about the bias field", period, "full turn");
    time(list, "halfTurnSeconds", "half a turn about it", period / 2, "first maximum of P");
    if (rest > 0) {
      double alpha = device.freeLayer().damping();
      double relaxation = (1 + alpha * alpha) / (alpha * GAMMA * rest);
      double factor = EffectiveField.stabilityFactor(device, kelvin);
      time(list, "relaxationSeconds", "relaxation time, zero bias", relaxation, "to 1/e");
      time(
          list,
          "attemptSeconds",
          "attempt time",
          relaxation * Math.sqrt(Math.PI / factor),
          "high barrier, no field");
    }
    time(
        list,
        "longestStepSeconds",
        "longest integration step",
        StepLimit.longestSeconds(
            Segment.of(device, 0, LONGEST_TRIED_SECONDS, kelvin, LONGEST_TRIED_SECONDS),
            device.freeLayer().damping()),
        "at rest, thermal field included");
  }

  private static void field(
      QuantityCollector list, String field, String words, double tesla, String note) {
    list.add(field, words, tesla, Dimension.MAGNETIC_FIELD, note);
  }

  private static void time(
      QuantityCollector list, String field, String words, double seconds, String note) {
    list.add(field, words, seconds, Dimension.TIME, note);
  }

  private MagneticQuantities() {}
}
