package io.spindrift.device.fokkerplanck;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.SwitchingSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * P(switch) at one resolution, for work that asks for thousands of neighbouring devices.
 *
 * <p>Where a pulse is one stretch of constant field followed by rest, the mean of sign(mz) is
 * carried backward once through the rest, which all voltages share, and once through the longest
 * pulse; every width and both states are read off on the way. Other drives go forward as in {@link
 * FokkerPlanckSwitching}. Against that, which raises its resolution until a probability changes by
 * less than 1e-8, this one is within about 2e-7 on the check device; see
 * docs/physics/measured-devices.md.
 */
public final class QuickSwitching {
  /** Share of the usual degree of the harmonics. */
  static final double DEGREE_SHARE = 0.6;

  private static final double TOLERANCE = 1e-10;

  private final MacrospinDevice device;
  private final double temperatureKelvin;
  private final DensityEngine engine;

  /**
   * The switching of a device.
   *
   * @param device the junction
   * @param temperatureKelvin temperature before a pulse
   * @param highestVolts voltages of either sign up to which pulses will be asked for
   * @throws io.spindrift.numerics.UnusableInput when the device has no wells or the density is too
   *     sharp for this method
   */
  public QuickSwitching(MacrospinDevice device, double temperatureKelvin, double highestVolts) {
    this(device, temperatureKelvin, highestVolts, DEGREE_SHARE);
  }

  QuickSwitching(
      MacrospinDevice device, double temperatureKelvin, double highestVolts, double share) {
    EffectiveField.requireWells(device, temperatureKelvin);
    this.device = device.withFreeLayer(device.freeLayer().resolved());
    this.temperatureKelvin = temperatureKelvin;
    int degree = 0;
    for (double volts : new double[] {-highestVolts, 0, highestVolts}) {
      SwitchingSettings settings = settings(volts, 1e-9, 1e-9);
      for (Stay stay : Stay.of(settings.drive(this.device, 1e-9, MagneticState.PARALLEL))) {
        int needed =
            Resolution.degree(
                stay.field(), device.freeLayer().damping(), stay.diffusionPerSecond());
        degree = Math.max(degree, needed);
      }
    }
    this.engine =
        new DensityEngine(
            this.device, temperatureKelvin, (int) Math.ceil(share * degree), TOLERANCE);
  }

  /**
   * P(switch) at one voltage, by state and in the order of the pulse widths.
   *
   * @param voltageVolts pulse amplitude
   * @param pulseSeconds pulse widths, increasing
   * @param relaxSeconds time at zero voltage before the state is read
   */
  public Map<MagneticState, double[]> probabilities(
      double voltageVolts, List<Double> pulseSeconds, double relaxSeconds) {
    Map<MagneticState, List<List<Stay>>> paths = new EnumMap<>(MagneticState.class);
    List<List<Stay>> all = new ArrayList<>();
    for (MagneticState from : MagneticState.values()) {
      List<List<Stay>> side = new ArrayList<>();
      for (double pulse : pulseSeconds) {
        side.add(Stay.of(settings(voltageVolts, pulse, relaxSeconds).drive(device, pulse, from)));
      }
      paths.put(from, side);
      all.addAll(side);
    }
    Map<MagneticState, double[]> signs = new EnumMap<>(MagneticState.class);
    if (all.stream().allMatch(path -> alike(path, all.getFirst()))) {
      signs.putAll(backward(Objects.requireNonNull(paths.get(MagneticState.PARALLEL))));
    } else {
      paths.forEach((from, side) -> signs.put(from, engine.meanSigns(from, side)));
    }
    signs.forEach((from, means) -> {
      int stays = from == MagneticState.PARALLEL ? 1 : -1;
      for (int i = 0; i < means.length; i++) {
        means[i] = Math.clamp(0.5 * (1 - stays * means[i]), 0, 1);
      }
    });
    return signs;
  }

  private static boolean alike(List<Stay> path, List<Stay> first) {
    return path.size() == 2
        && first.size() == 2
        && path.getFirst().resembles(first.getFirst())
        && path.getLast().equals(first.getLast());
  }

  private Map<MagneticState, double[]> backward(List<List<Stay>> paths) {
    Map<MagneticState, double[]> signs = new EnumMap<>(MagneticState.class);
    Map<MagneticState, double[]> wells = new EnumMap<>(MagneticState.class);
    for (MagneticState from : MagneticState.values()) {
      signs.put(from, new double[paths.size()]);
      wells.put(from, engine.well(from));
    }
    double[] sign = engine.signAfter(paths.getFirst().getLast()).clone();
    Stay pulse = paths.getFirst().getFirst();
    ExponentialAction action = engine.backward(pulse.field(), pulse.diffusionPerSecond());
    double done = 0;
    for (int i = 0; i < paths.size(); i++) {
      double seconds = paths.get(i).getFirst().seconds();
      action.advance(sign, seconds - done);
      done = seconds;
      int at = i;
      wells.forEach((from, well) ->
          Objects.requireNonNull(signs.get(from))[at] = DensityEngine.dot(sign, well));
    }
    return signs;
  }

  private SwitchingSettings settings(double volts, double pulse, double relaxSeconds) {
    return new SwitchingSettings(
        List.of(pulse),
        volts,
        temperatureKelvin,
        1,
        SwitchingSettings.DEFAULT_STEP_SECONDS,
        relaxSeconds);
  }
}
