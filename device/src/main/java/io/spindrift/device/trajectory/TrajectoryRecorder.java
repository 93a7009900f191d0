package io.spindrift.device.trajectory;

import io.spindrift.device.drive.Circuit;
import io.spindrift.device.drive.CircuitStep;
import io.spindrift.device.drive.Heating;
import io.spindrift.device.drive.Waveform;
import io.spindrift.device.drive.WaveformEnergy;
import io.spindrift.device.dynamics.BoltzmannLaw;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.dynamics.HeunStepper;
import io.spindrift.device.dynamics.Segment;
import io.spindrift.device.dynamics.SphereRegion;
import io.spindrift.device.ensemble.StepLimit;
import io.spindrift.device.landscape.EnergyLandscape;
import io.spindrift.device.landscape.StationaryPoint;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.trajectory.Trajectory.Sample;
import io.spindrift.device.transport.JunctionConductance;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Follows one magnetisation step by step together with its circuit and its temperature.
 *
 * <p>Unlike an ensemble, which shares one drive, a trajectory feeds its own conductance back into
 * the circuit: each step uses G at the direction reached. Behind an ideal source without heating
 * this changes nothing, and the trajectory is then the one of the ensemble with the same stream,
 * bit for bit.
 */
public final class TrajectoryRecorder {
  private static final double WHOLE_STEP_SLACK = 1e-6;
  private static final int STOP_EVERY = 4096;

  private final MacrospinDevice device;
  private final TrajectorySettings settings;
  private final Circuit circuit;
  private final Heating heating;
  private final HeunStepper spin;
  private final RandomStream random;
  private final Progress progress;
  private final List<Sample> samples = new ArrayList<>();
  private Segment segment;
  private double segmentVolts;
  private double segmentKelvin;
  private double seconds;
  private double source;
  private double volts;
  private double kelvin;
  private long steps;
  private WaveformEnergy energy = WaveformEnergy.ZERO;

  private TrajectoryRecorder(
      MacrospinDevice device, TrajectorySettings settings, StreamKey key, Progress progress) {
    this.device = device.withFreeLayer(device.freeLayer().resolved());
    this.settings = settings;
    this.circuit = Circuit.of(this.device);
    this.heating = Heating.of(this.device, settings.temperatureKelvin());
    this.spin = new HeunStepper(this.device.freeLayer().damping());
    this.random = key.open();
    this.progress = progress;
    this.kelvin = settings.temperatureKelvin();
    this.segmentKelvin = kelvin;
    this.segment = Segment.of(this.device, 0, 0, kelvin, settings.stepSeconds());
  }

  /**
   * Records one trajectory.
   *
   * @param device the junction
   * @param settings what is recorded
   * @param key where its chance comes from
   * @param progress asked now and then whether to stop
   * @throws io.spindrift.numerics.UnusableInput when the step is too long for the precession, the
   *     device has no wells to start from, or heat reaches the Curie temperature
   */
  public static Trajectory record(
      MacrospinDevice device, TrajectorySettings settings, StreamKey key, Progress progress) {
    TrajectoryRecorder recorder = new TrajectoryRecorder(device, settings, key, progress);
    recorder.begin();
    recorder.follow();
    return new Trajectory(device.name(), recorder.samples, recorder.energy);
  }

  private void begin() {
    Waveform waveform = settings.waveform();
    double step = settings.stepSeconds();
    StepLimit.require(
        DoubleStream.of(0, waveform.highestVolts(), waveform.lowestVolts())
            .mapToObj(peak -> Segment.of(device, peak, step, kelvin, step))
            .toList(),
        device.freeLayer().damping());
    switch (settings.start()) {
      case Start.Direction d -> spin.start(d.x(), d.y(), d.z());
      case Start.Equilibrium e when settings.noise() ->
          BoltzmannLaw.atRest(device, kelvin, SphereRegion.wellOf(e.state())).draw(random, spin);
      case Start.Equilibrium e -> {
        EffectiveField.requireWells(device, kelvin);
        StationaryPoint bottom =
            EnergyLandscape.bottom(EffectiveField.of(device, 0, kelvin), e.state())
                .orElseThrow(() ->
                    new UnusableInput(
                        "the field leaves no well of the state to start from; give a direction"));
        spin.start(bottom.x(), bottom.y(), bottom.z());
      }
    }
    sample();
  }

  private void follow() {
    Waveform.Corner before = new Waveform.Corner(0, 0);
    List<Waveform.Corner> corners = settings.waveform().corners();
    for (int i = 0; i < corners.size(); i++) {
      Waveform.Corner corner = corners.get(i);
      line(i == 0 ? 0 : corner.volts(), corner.seconds() - before.seconds());
      jump(corner.volts());
      before = corner;
    }
    jump(0);
    line(0, settings.relaxSeconds());
  }

  private void jump(double to) {
    if (to != source) {
      CircuitStep step = circuit.jump(volts, source, to, spin.mz());
      took(step);
      source = to;
    }
  }

  private void line(double to, double length) {
    if (length == 0) {
      return;
    }
    long count = Math.max(1, (long) Math.ceil(length / settings.stepSeconds() - WHOLE_STEP_SLACK));
    double dt = length / count;
    double from = source;
    double started = seconds;
    for (long i = 1; i <= count; i++) {
      double end = from + (to - from) * i / count;
      CircuitStep step = circuit.step(volts, source, end, dt, spin.mz());
      double watts = step.energy().junctionJoules() / dt;
      aim(step.meanVolts(), heating.mean(kelvin, watts, dt), dt);
      move();
      took(step);
      kelvin = heating.after(kelvin, watts, dt);
      source = end;
      seconds = started + i * dt;
      steps++;
      if (i == count || steps % settings.every() == 0) {
        sample();
      }
    }
  }

  /** Sets field and noise of the next step, unless they are those of the last one. */
  private void aim(double meanVolts, double meanKelvin, double dt) {
    if (meanVolts != segmentVolts
        || meanKelvin != segmentKelvin
        || segment.steps() == 0
        || segment.stepSeconds() != dt) {
      segment = Segment.of(device, meanVolts, dt, meanKelvin, dt);
      segmentVolts = meanVolts;
      segmentKelvin = meanKelvin;
      spin.drive(segment.field(), dt, segment.thermalSigmaTesla());
    }
  }

  private void move() {
    if (steps % STOP_EVERY == 0) {
      progress.checkStopped();
    }
    if (settings.noise()) {
      spin.advance(1, random);
    } else {
      spin.advanceWithoutNoise(1);
    }
  }

  private void took(CircuitStep step) {
    double rise = Math.max(0, Math.abs(step.endVolts()) - Math.abs(volts));
    double charge = circuit.farads() * settings.waveform().peakVolts() * rise;
    energy = energy.plus(step.energy()).plus(new WaveformEnergy(0, 0, 0, 0, charge));
    volts = step.endVolts();
  }

  private void sample() {
    JunctionConductance law = circuit.conductance();
    samples.add(
        new Sample(
            seconds,
            source,
            volts,
            spin.mx(),
            spin.my(),
            spin.mz(),
            law.siemens(spin.mz(), volts),
            kelvin,
            energy.junctionJoules(),
            energy.seriesJoules()));
  }
}
