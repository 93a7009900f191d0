package io.spindrift.device.fokkerplanck;

import io.spindrift.device.MagneticState;
import io.spindrift.device.dynamics.EffectiveField;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.device.switching.SwitchingMap;
import io.spindrift.device.switching.SwitchingPoint;
import io.spindrift.device.switching.SwitchingSettings;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * P(switch) without sampling: curves and maps by the Fokker-Planck equation.
 *
 * <p>The experiment is that of {@link io.spindrift.device.switching.SwitchingExperiment}:
 * equilibrium of a well, pulse, relaxation, sign of mz. Every point is computed at two resolutions;
 * their difference is the error that a point carries, and the resolution is raised until it is
 * small. Trajectories and step of the settings are not used.
 */
public final class FokkerPlanckSwitching {
  private static final double WANTED = 1e-8;
  private static final double ACCEPTED = 1e-4;
  private static final double ROUND_OFF = 1e-13;
  private static final double COARSER = 0.85;
  private static final double FINER = 1.2;

  /**
   * P(switch) against pulse width at the voltage of the settings, both directions.
   *
   * @param device the junction
   * @param settings what to compute
   * @param workers threads to use; never changes a result
   * @param progress told of every finished direction
   * @throws UnusableInput when the density is too sharp for this method
   */
  public static SwitchingCurve curve(
      MacrospinDevice device, SwitchingSettings settings, Workers workers, Progress progress) {
    return map(
            device, settings, List.of(settings.voltageVolts()), Optional.empty(), workers, progress)
        .curves()
        .getFirst();
  }

  /**
   * P(switch) against pulse width and voltage.
   *
   * @param device the junction
   * @param settings what to compute; its voltage is not used
   * @param voltageVolts pulse amplitudes
   * @param from state before the pulse; both when empty
   * @param workers threads that share the voltages; never changes a result
   * @param progress told of every finished voltage and direction
   * @throws UnusableInput when the density is too sharp for this method
   */
  public static SwitchingMap map(
      MacrospinDevice device,
      SwitchingSettings settings,
      List<Double> voltageVolts,
      Optional<MagneticState> from,
      Workers workers,
      Progress progress) {
    double kelvin = settings.temperatureKelvin();
    EffectiveField.requireWells(device, kelvin);
    MacrospinDevice known = device.withFreeLayer(device.freeLayer().resolved());
    List<MagneticState> directions =
        from.map(List::of).orElseGet(() -> List.of(MagneticState.values()));
    List<Column> columns = new ArrayList<>();
    for (double volts : voltageVolts) {
      for (MagneticState direction : directions) {
        columns.add(Column.of(known, settings.withVoltage(volts), direction));
      }
    }
    int degree = columns.stream().mapToInt(Column::degree).max().orElseThrow();
    double[][] coarse = signs(known, kelvin, columns, (int) (COARSER * degree), workers, progress);
    while (true) {
      double[][] fine = signs(known, kelvin, columns, degree, workers, progress);
      double change = largestDifference(coarse, fine);
      int finer = Math.min(Resolution.HIGHEST_DEGREE, (int) (FINER * degree));
      if (change <= WANTED || finer == degree) {
        if (!(change <= ACCEPTED)) {
          throw new UnusableInput(
              String.format(
                  Locale.ROOT,
                  "the density is too sharp for the Fokker-Planck method: at degree %d a"
                      + " probability still changed by %.1e; a higher temperature or damping, a"
                      + " smaller anisotropy or the macrospin method would be accepted",
                  degree,
                  change));
        }
        return new SwitchingMap(curves(known, settings, voltageVolts, columns, coarse, fine));
      }
      coarse = fine;
      degree = finer;
    }
  }

  /** One voltage and direction: the path of every pulse width, shortest first. */
  private record Column(
      MacrospinDevice device,
      double volts,
      MagneticState from,
      List<Double> pulses,
      List<List<Stay>> paths) {
    static Column of(MacrospinDevice device, SwitchingSettings settings, MagneticState from) {
      List<Double> pulses =
          settings.pulseSeconds().stream().sorted(Comparator.naturalOrder()).toList();
      return new Column(
          device,
          settings.voltageVolts(),
          from,
          pulses,
          pulses.stream().map(p -> Stay.of(settings.drive(device, p, from))).toList());
    }

    int degree() {
      double damping = device.freeLayer().damping();
      return paths.stream()
          .flatMap(List::stream)
          .distinct()
          .mapToInt(s -> Resolution.degree(s.field(), damping, s.diffusionPerSecond()))
          .max()
          .orElseThrow();
    }
  }

  private static double[][] signs(
      MacrospinDevice device,
      double kelvin,
      List<Column> columns,
      int degree,
      Workers workers,
      Progress progress) {
    DensityEngine engine = new DensityEngine(device, kelvin, degree, FokkerPlanck.TOLERANCE);
    double[][] signs = new double[columns.size()][];
    String title = "Fokker-Planck, degree " + degree;
    try (Progress.Task task = progress.begin(title, signs.length, "voltages")) {
      workers.forEach(
          signs.length,
          i -> {
            progress.checkStopped();
            signs[i] = engine.meanSigns(columns.get(i).from(), columns.get(i).paths());
            task.advance(1);
          });
    }
    return signs;
  }

  private static double largestDifference(double[][] a, double[][] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[i].length; j++) {
        double difference = Math.abs(a[i][j] - b[i][j]) / 2;
        largest = Double.isNaN(difference) ? Double.NaN : Math.max(largest, difference);
      }
    }
    return largest;
  }

  private static List<SwitchingCurve> curves(
      MacrospinDevice device,
      SwitchingSettings settings,
      List<Double> voltages,
      List<Column> columns,
      double[][] coarse,
      double[][] fine) {
    List<SwitchingCurve> curves = new ArrayList<>();
    int directions = columns.size() / voltages.size();
    for (int v = 0; v < voltages.size(); v++) {
      List<SwitchingPoint> points = new ArrayList<>();
      for (int i = v * directions; i < (v + 1) * directions; i++) {
        Column column = columns.get(i);
        int stays = column.from() == MagneticState.PARALLEL ? 1 : -1;
        for (int j = 0; j < fine[i].length; j++) {
          double error = Math.abs(fine[i][j] - coarse[i][j]) / 2 + ROUND_OFF;
          points.add(
              SwitchingPoint.computed(
                  column.pulses().get(j), column.from(), 0.5 * (1 + stays * fine[i][j]), error));
        }
      }
      curves.add(
          new SwitchingCurve(device.name(), voltages.get(v), settings.temperatureKelvin(), points));
    }
    return curves;
  }

  private FokkerPlanckSwitching() {}
}
