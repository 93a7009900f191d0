package io.spindrift.cli.command;

import io.spindrift.device.Junction;
import io.spindrift.device.MagneticState;
import io.spindrift.device.OperatingPoint;
import io.spindrift.entropy.conditioning.FeedbackCoin;
import io.spindrift.entropy.conditioning.FeedbackLoop;
import io.spindrift.entropy.conditioning.SetPoint;
import io.spindrift.entropy.conditioning.SwitchingResponse;
import io.spindrift.entropy.conditioning.SwitchingResponse.Control;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The nominal junction of a device, held at one half by a loop. */
final class HeldCoin {
  /**
   * The held coin with its figures.
   *
   * @throws io.spindrift.numerics.UnusableInput when the control cannot bring it to one half
   */
  static ConditionedBits of(Junction junction, Control control, FeedbackLoop loop) {
    OperatingPoint point = junction.operatingPoint();
    SwitchingResponse response =
        new SwitchingResponse(
            junction.switching(),
            control,
            MagneticState.PARALLEL,
            point.voltageVolts(),
            point.pulseSeconds(),
            point.temperatureKelvin(),
            -1);
    SetPoint setPoint = SetPoint.near(response, response.present());
    boolean volts = control == Control.VOLTAGE;
    String name =
        "reset coin of "
            + junction.switching().name()
            + ", held at P = 1/2 near "
            + Quantity.print(setPoint.control(), volts ? Dimension.VOLTAGE : Dimension.TIME);
    FeedbackCoin coin = new FeedbackCoin(name, response, setPoint, loop);
    Map<String, Object> figures =
        JsonOutput.object(
            "step",
            "feedback",
            "control",
            control.name().toLowerCase(Locale.ROOT),
            "gain",
            loop.gain(),
            "windowBits",
            loop.windowBits(),
            "driftPerWindow",
            loop.driftPerWindow(),
            volts ? "setPointVolts" : "setPointSeconds",
            setPoint.control(),
            volts ? "slopePerVolt" : "slopePerSecond",
            setPoint.slope(),
            "outputRate",
            1.0,
            "predictedShare",
            loop.law().onesShare(),
            "predictedResidualBias",
            loop.residualBias(),
            "predictedSpread",
            Math.sqrt(loop.variance()),
            "predictedLagOneCorrelation",
            loop.lagOneCorrelation());
    return ConditionedBits.raw(coin, Optional.of(loop.law()), OptionalDouble.empty())
        .next(coin, Optional.of(loop.law()), OptionalDouble.empty(), OptionalDouble.of(1), figures);
  }

  private HeldCoin() {}
}
