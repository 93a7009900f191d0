package io.spindrift.device.switching;

import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.variability.DeviceDraws;
import io.spindrift.device.variability.DrawnDevice;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.util.ArrayList;
import java.util.List;

/** Simulates several varied devices at one operating point. */
public final class PopulationExperiment {
  /**
   * Runs the experiment.
   *
   * @param draws the devices; the first ones are simulated
   * @param devices how many are simulated
   * @param settings what is simulated of each; its first pulse width is the operating one
   * @param key where cycle-to-cycle chance comes from
   * @param workers threads that share the trajectories
   * @param progress told of every block of trajectories
   */
  public static DevicePopulation run(
      DeviceDraws draws,
      int devices,
      SwitchingSettings settings,
      StreamKey key,
      Workers workers,
      Progress progress) {
    return run(
        draws,
        devices,
        settings,
        settings.trajectories(),
        (device, one, index, silent) ->
            SwitchingExperiment.run(device, one, key.at(index), workers, silent),
        progress);
  }

  /**
   * Runs the experiment with any way to find P(switch).
   *
   * @param draws the devices; the first ones are examined
   * @param devices how many are examined
   * @param settings what is done to each; its first pulse width is the operating one
   * @param trials trajectories behind each probability; zero where it is computed
   * @param method finds P(switch) of one device
   * @param progress told of every device
   */
  public static DevicePopulation run(
      DeviceDraws draws,
      int devices,
      SwitchingSettings settings,
      int trials,
      Method method,
      Progress progress) {
    Require.atLeast("devices", devices, 1);
    double pulse = settings.pulseSeconds().getFirst();
    SwitchingSettings one = settings.withPulses(List.of(pulse));
    List<DevicePopulation.Member> members = new ArrayList<>();
    try (Progress.Task task = progress.begin("device population", devices, "devices")) {
      Progress silent = new StopOnly(progress);
      for (int i = 0; i < devices; i++) {
        DrawnDevice drawn = draws.draw(i);
        SwitchingCurve curve = method.curve(drawn.device(), one, i, silent);
        members.add(
            new DevicePopulation.Member(
                draws.deviatesOfSwitching(drawn),
                curve.points().getFirst().probability(),
                curve.points().getLast().probability()));
        task.advance(1);
      }
    }
    return new DevicePopulation(
        draws.mean().name(),
        settings.voltageVolts(),
        pulse,
        settings.temperatureKelvin(),
        trials,
        members);
  }

  /** A way to find P(switch) of one device. */
  @FunctionalInterface
  public interface Method {
    /** The switching curve of device {@code index} at the one pulse width of the settings. */
    SwitchingCurve curve(
        MacrospinDevice device, SwitchingSettings settings, long index, Progress progress);
  }

  /** Passes on the wish to stop, and shows nothing. */
  private record StopOnly(Progress outer) implements Progress {
    @Override
    public Task begin(String title, long total, String unit) {
      return Progress.NONE.begin(title, total, unit);
    }

    @Override
    public void checkStopped() {
      outer.checkStopped();
    }
  }

  private PopulationExperiment() {}
}
