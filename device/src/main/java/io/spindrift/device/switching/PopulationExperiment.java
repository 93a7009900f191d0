package io.spindrift.device.switching;

import io.spindrift.device.spec.MacrospinDevice;
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
   * @param mean the device about which parameters vary
   * @param devices how many devices are simulated
   * @param settings what is simulated of each; its first pulse width is the operating one
   * @param variation where device-to-device differences come from
   * @param key where cycle-to-cycle chance comes from
   * @param workers threads that share the trajectories
   * @param progress told of every block of trajectories
   */
  public static DevicePopulation run(
      MacrospinDevice mean,
      int devices,
      SwitchingSettings settings,
      StreamKey variation,
      StreamKey key,
      Workers workers,
      Progress progress) {
    Require.atLeast("devices", devices, 1);
    double pulse = settings.pulseSeconds().getFirst();
    SwitchingSettings one = settings.withPulses(List.of(pulse));
    List<DevicePopulation.Member> members = new ArrayList<>();
    try (Progress.Task task = progress.begin("device population", devices, "devices")) {
      Progress silent = new StopOnly(progress);
      for (int i = 0; i < devices; i++) {
        MacrospinDevice device = DeviceVariation.of(mean, variation.purpose("population"), i);
        SwitchingCurve curve = SwitchingExperiment.run(device, one, key.at(i), workers, silent);
        members.add(
            new DevicePopulation.Member(
                curve.points().getFirst().probability(), curve.points().getLast().probability()));
        task.advance(1);
      }
    }
    return new DevicePopulation(
        mean.name(),
        settings.voltageVolts(),
        pulse,
        settings.temperatureKelvin(),
        settings.trajectories(),
        members);
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
