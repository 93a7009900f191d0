package io.spindrift.device.trajectory;

import io.spindrift.device.drive.WaveformEnergy;
import java.util.List;

/**
 * A recorded trajectory.
 *
 * @param device what the device is called
 * @param samples in order of time, the first at the start
 * @param energy energy of the whole trajectory, with the conductance that the junction had
 */
public record Trajectory(String device, List<Sample> samples, WaveformEnergy energy) {
  /** Copies the list. */
  public Trajectory {
    samples = List.copyOf(samples);
  }

  /**
   * One moment.
   *
   * @param seconds time
   * @param sourceVolts voltage of the source, before a jump at that time
   * @param junctionVolts voltage across the barrier
   * @param mx component along the major axis
   * @param my component along the minor axis
   * @param mz component along the easy axis; positive is the parallel state
   * @param siemens conductance of the barrier in that direction at that voltage
   * @param temperatureKelvin temperature of the free layer
   * @param junctionJoules heat of the tunnel current so far
   * @param seriesJoules heat in the series resistance so far
   */
  public record Sample(
      double seconds,
      double sourceVolts,
      double junctionVolts,
      double mx,
      double my,
      double mz,
      double siemens,
      double temperatureKelvin,
      double junctionJoules,
      double seriesJoules) {
    /** Tunnel current G V. */
    public double currentAmperes() {
      return siemens * junctionVolts;
    }
  }

  /** The last sample. */
  public Sample last() {
    return samples.getLast();
  }

  /** Times of all samples. */
  public double[] seconds() {
    return samples.stream().mapToDouble(Sample::seconds).toArray();
  }
}
