package io.spindrift.device.drive;

import io.spindrift.device.spec.Driver;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.transport.JunctionConductance;

/**
 * A voltage source, a series resistance, and a junction with a capacitance beside it.
 *
 * <pre>
 *   C dV/dt = (Vs - V)/R - G V
 * </pre>
 *
 * Vs source voltage, V junction voltage, R series resistance, C capacitance of junction and load
 * together, G conductance of the junction. Over a step in which Vs follows a straight line and G is
 * held at its value for the mean voltage of the step, the solution is exact: V = a + b t + c
 * exp(-t/tau), tau = C/(1/R + G). Without capacitance the junction is a divider, without resistance
 * V = Vs.
 *
 * @param seriesOhms R
 * @param farads C
 * @param conductance law of G
 */
public record Circuit(double seriesOhms, double farads, JunctionConductance conductance) {
  private static final int MOST_ROUNDS = 60;
  private static final double SETTLED = 1e-13;

  /** The circuit of a device behind its driver. */
  public static Circuit of(MacrospinDevice device) {
    Driver driver = device.driver().orElse(new Driver(0, 0));
    return new Circuit(
        driver.seriesOhms(),
        driver.parasiticFarads() + device.barrier().capacitanceFarads(),
        JunctionConductance.of(device));
  }

  /** Time constant C/(1/R + G) in seconds at a direction and bias; zero without a resistance. */
  public double timeConstantSeconds(double mz, double volts) {
    return seriesOhms == 0 ? 0 : farads / (1 / seriesOhms + conductance.siemens(mz, volts));
  }

  /**
   * One step along a straight line of the source.
   *
   * @param junctionVolts junction voltage at its start
   * @param sourceStart source voltage at its start
   * @param sourceEnd source voltage at its end
   * @param seconds length, positive
   * @param mz cosine of the free layer's direction, held
   */
  public CircuitStep step(
      double junctionVolts, double sourceStart, double sourceEnd, double seconds, double mz) {
    double bias = seriesOhms == 0 ? 0.5 * (sourceStart + sourceEnd) : junctionVolts;
    CircuitStep step = stepAt(bias, junctionVolts, sourceStart, sourceEnd, seconds, mz);
    double scale = Math.max(Math.abs(sourceStart), Math.abs(sourceEnd)) + Math.abs(junctionVolts);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (Math.abs(step.meanVolts() - bias) <= SETTLED * scale) {
        break;
      }
      bias = step.meanVolts();
      step = stepAt(bias, junctionVolts, sourceStart, sourceEnd, seconds, mz);
    }
    return step;
  }

  /** A jump of the source at one instant: a capacitance behind a resistance does not follow it. */
  public CircuitStep jump(double junctionVolts, double sourceStart, double sourceEnd, double mz) {
    double after = junctionVolts;
    WaveformEnergy energy = WaveformEnergy.ZERO;
    if (seriesOhms == 0) {
      after = sourceEnd;
      double rise = after - junctionVolts;
      energy =
          new WaveformEnergy(
              farads * rise * after,
              0,
              0.5 * farads * rise * rise,
              0.5 * farads * (after - junctionVolts) * (after + junctionVolts),
              0);
    } else if (farads == 0) {
      after = settledVolts(sourceEnd, mz);
    }
    return new CircuitStep(after, after, Math.abs(after - junctionVolts), energy);
  }

  /** Junction voltage after a long time at a constant source. */
  public double settledVolts(double sourceVolts, double mz) {
    double volts = sourceVolts;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double next = sourceVolts / (1 + seriesOhms * conductance.siemens(mz, volts));
      if (Math.abs(next - volts) <= SETTLED * Math.abs(sourceVolts)) {
        return next;
      }
      volts = next;
    }
    return volts;
  }

  private CircuitStep stepAt(
      double bias, double start, double sourceStart, double sourceEnd, double seconds, double mz) {
    double siemens = conductance.siemens(mz, bias);
    double slope = (sourceEnd - sourceStart) / seconds;
    double load = seriesOhms * siemens;
    double share = 1 / (1 + load);
    boolean relaxes = seriesOhms > 0 && farads > 0;
    double rate = relaxes ? (1 / seriesOhms + siemens) / farads : 1;
    double lag = relaxes ? share * slope / rate : 0;
    double decaying = relaxes ? start - (share * sourceStart - lag) : 0;
    Relaxing volts = new Relaxing(share * sourceStart - lag, share * slope, decaying, rate);
    // Source less junction voltage, written without the difference of two nearly equal numbers.
    Relaxing drop =
        new Relaxing(load * share * sourceStart + lag, load * share * slope, -decaying, rate);
    double end = relaxes ? volts.at(seconds) : share * sourceEnd;
    double mean = !relaxes && sourceStart == sourceEnd ? end : volts.integral(seconds) / seconds;
    double before = relaxes ? start : share * sourceStart;
    double stored = 0.5 * farads * (end - before) * (end + before);
    double junction = siemens * volts.integralOfSquare(seconds);
    double series = seriesOhms > 0 ? drop.integralOfSquare(seconds) / seriesOhms : 0;
    double source =
        seriesOhms > 0
            ? drop.integralWithLine(sourceStart, slope, seconds) / seriesOhms
            : junction + stored;
    double middle = relaxes ? volts.at(seconds / 2) : end;
    double change = Math.max(Math.abs(end - before), Math.abs(middle - before));
    return new CircuitStep(
        end, mean, change, new WaveformEnergy(source, junction, series, stored, 0));
  }
}
