package io.spindrift.experiment.stage;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.device.switching.SwitchingCurve;
import io.spindrift.experiment.run.StageReading.DeviceReading;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;

/** The switching curve of the junction, and the operating point chosen on it. */
public final class DeviceStage implements Stage {
  private static final long NOMINAL = -1;

  @Override
  public String name() {
    return "device";
  }

  @Override
  public Result run(StageContext context) {
    SwitchingCurve curve = context.bench().assembly().curve(context.workers(), context.progress());
    context.directory().write(CurveTable.of(curve));
    Junction junction = context.bench().place(curve);
    OperatingPoint point = junction.operatingPoint();
    long trials = curve.points().getFirst().trials();
    DeviceReading reading =
        new DeviceReading(
            junction.name(),
            junction.switching().name(),
            context.bench().device().sources(),
            point.voltageVolts(),
            point.pulseSeconds(),
            point.reason(),
            point.temperatureKelvin(),
            point.fromParallel(),
            point.fromAntiparallel(),
            resistance(junction, MagneticState.PARALLEL),
            resistance(junction, MagneticState.ANTIPARALLEL),
            junction.pulseEnergy(MagneticState.PARALLEL, NOMINAL).totalJoules(),
            (int) trials);
    return new Result(
        reading,
        String.format(
            Locale.ROOT,
            "%s at %s and %s: P(switch) %.3f from P, %.3f from AP (%s)",
            junction.name(),
            Quantity.print(point.voltageVolts(), Dimension.VOLTAGE),
            Quantity.print(point.pulseSeconds(), Dimension.TIME),
            point.fromParallel(),
            point.fromAntiparallel(),
            point.reason()));
  }

  private static double resistance(Junction junction, MagneticState state) {
    return junction
        .resistance()
        .resistanceOhms(state, junction.operatingPoint().voltageVolts(), NOMINAL);
  }
}
