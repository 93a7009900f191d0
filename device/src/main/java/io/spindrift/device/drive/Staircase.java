package io.spindrift.device.drive;

import io.spindrift.device.MagneticState;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import java.util.ArrayList;
import java.util.List;

/**
 * A waveform at the junction as stretches of constant voltage and temperature.
 *
 * <p>A stretch ends where voltage would change by more than a share of the peak of the waveform, or
 * temperature by more than 1 K and more than the same share of its largest possible rise. It
 * carries the mean of both, so that areas are kept; what is left is of second order in the share. A
 * stretch of constant voltage at constant temperature stays one stretch. The conductance is that of
 * the state before the pulse at the bias of the moment, since a drive is shared by all trajectories
 * of an ensemble.
 *
 * @param stretches in order of time, without gaps
 * @param energy energy for a junction that stays in the state before the pulse
 */
public record Staircase(List<Stretch> stretches, WaveformEnergy energy) {
  /** Largest change of voltage within a stretch, over the peak of the waveform. */
  public static final double RESOLUTION = 1.0 / 40;

  private static final double LEAST_KELVIN = 1;
  private static final int MOST_STRETCHES = 1_000_000;

  /** Copies the list. */
  public Staircase {
    stretches = List.copyOf(stretches);
  }

  /**
   * The staircase of a device under a waveform, followed by zero source voltage.
   *
   * @param device the junction and its driver
   * @param waveform voltage of the source
   * @param relaxSeconds time at zero source voltage after the waveform
   * @param temperatureKelvin temperature of the surroundings and before the pulse
   * @param from state before the pulse
   * @param resolution largest change of voltage within a stretch, over the peak
   * @throws UnusableInput when the waveform would need too many stretches
   */
  public static Staircase of(
      MacrospinDevice device,
      Waveform waveform,
      double relaxSeconds,
      double temperatureKelvin,
      MagneticState from,
      double resolution) {
    Require.notNegative("relax", relaxSeconds, "s");
    Require.positive("temperature", temperatureKelvin, "K");
    Require.positive("resolution", resolution, "");
    Walk walk = new Walk(device, waveform.peakVolts(), temperatureKelvin, from, resolution);
    Waveform path = waveform.simplified(waveform.peakVolts() * resolution / 8);
    Waveform.Corner before = new Waveform.Corner(0, 0);
    for (int i = 0; i < path.corners().size(); i++) {
      Waveform.Corner corner = path.corners().get(i);
      walk.line(i == 0 ? 0 : corner.volts(), corner.seconds() - before.seconds());
      walk.jump(corner.volts());
      before = corner;
    }
    walk.jump(0);
    walk.line(0, relaxSeconds);
    return new Staircase(walk.stretches, walk.energy);
  }

  /** The state of the circuit on its way along the waveform. */
  private static final class Walk {
    private final Circuit circuit;
    private final Heating heating;
    private final double mz;
    private final double peakVolts;
    private final double mostVolts;
    private final double mostKelvin;
    private final List<Stretch> stretches = new ArrayList<>();
    private double seconds;
    private double source;
    private double volts;
    private double kelvin;
    private WaveformEnergy energy = WaveformEnergy.ZERO;

    Walk(
        MacrospinDevice device,
        double peakVolts,
        double kelvin,
        MagneticState from,
        double resolution) {
      this.circuit = Circuit.of(device);
      this.heating = Heating.of(device, kelvin);
      this.mz = JunctionConductance.cosineOf(from);
      this.kelvin = kelvin;
      this.peakVolts = peakVolts;
      this.mostVolts = peakVolts > 0 ? peakVolts * resolution : Double.POSITIVE_INFINITY;
      double watts = peakVolts * peakVolts * circuit.conductance().siemens(mz, peakVolts);
      this.mostKelvin = Math.max(LEAST_KELVIN, heating.kelvinPerWatt() * watts * resolution);
    }

    void jump(double to) {
      if (to != source) {
        CircuitStep step = circuit.jump(volts, source, to, mz);
        energy = energy.plus(step.energy()).plus(charging(step.endVolts()));
        volts = step.endVolts();
        source = to;
      }
    }

    void line(double to, double length) {
      double from = source;
      double done = 0;
      while (done < length) {
        double left = length - done;
        double start = from + (to - from) * (done / length);
        double h = left;
        CircuitStep step = circuit.step(volts, start, to, h, mz);
        double excess = excess(step, h);
        while (excess > 1 && h > 1e-9 * length) {
          // Equal parts of what is left, so that a straight line is cut evenly.
          h = left / Math.ceil(left / (h * Math.max(0.05, 0.999 / excess)));
          step = circuit.step(volts, start, start + (to - start) * (h / left), h, mz);
          excess = excess(step, h);
        }
        take(step, start, start + (to - start) * (h / left), h);
        done = h == left ? length : done + h;
      }
      source = length > 0 ? to : source;
    }

    private double excess(CircuitStep step, double h) {
      double watts = step.energy().junctionJoules() / h;
      double kelvins = Math.abs(heating.after(kelvin, watts, h) - kelvin);
      return Math.max(step.changeVolts() / mostVolts, kelvins / mostKelvin);
    }

    private void take(CircuitStep step, double start, double end, double h) {
      if (stretches.size() >= MOST_STRETCHES) {
        throw new UnusableInput(
            "the waveform needs more than "
                + MOST_STRETCHES
                + " stretches of constant voltage; smooth it or shorten it");
      }
      double watts = step.energy().junctionJoules() / h;
      double mean = heating.mean(kelvin, watts, h);
      stretches.add(new Stretch(seconds, h, 0.5 * (start + end), step.meanVolts(), mean));
      energy = energy.plus(step.energy()).plus(charging(step.endVolts()));
      kelvin = heating.after(kelvin, watts, h);
      volts = step.endVolts();
      seconds += h;
    }

    private WaveformEnergy charging(double end) {
      double rise = Math.max(0, Math.abs(end) - Math.abs(volts));
      return new WaveformEnergy(0, 0, 0, 0, circuit.farads() * peakVolts * rise);
    }
  }
}
