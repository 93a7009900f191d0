package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import io.spindrift.numerics.Require;
import java.util.List;

/**
 * Simulated P(switch) of several varied devices at one operating point.
 *
 * @param device what the device is called
 * @param voltageVolts pulse amplitude
 * @param pulseSeconds pulse width
 * @param temperatureKelvin temperature
 * @param trials trajectories per device and direction; zero where nothing was counted
 * @param members the devices
 */
public record DevicePopulation(
    String device,
    double voltageVolts,
    double pulseSeconds,
    double temperatureKelvin,
    int trials,
    List<Member> members) {

  /** Copies the members and checks every number. */
  public DevicePopulation {
    Require.positive("pulse", pulseSeconds, "s");
    Require.atLeast("trials", trials, 0);
    members = List.copyOf(members);
    Require.atLeast("devices", members.size(), 1);
  }

  /**
   * One device.
   *
   * @param deviates standard normal deviates of the parameters that its switching depends on
   * @param fromParallel simulated P(switch) out of the parallel state
   * @param fromAntiparallel simulated P(switch) out of the antiparallel state
   */
  public record Member(List<Double> deviates, double fromParallel, double fromAntiparallel) {
    /** Copies the list and checks the range of both. */
    public Member {
      deviates = List.copyOf(deviates);
      Require.inRange("probability from parallel", fromParallel, 0, 1, "");
      Require.inRange("probability from antiparallel", fromAntiparallel, 0, 1, "");
    }

    /** A device whose parameters are not known. */
    public Member(double fromParallel, double fromAntiparallel) {
      this(List.of(), fromParallel, fromAntiparallel);
    }

    /** P(switch) out of a state. */
    public double probability(MagneticState from) {
      return from == MagneticState.PARALLEL ? fromParallel : fromAntiparallel;
    }
  }
}
