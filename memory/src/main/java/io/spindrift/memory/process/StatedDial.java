package io.spindrift.memory.process;

import io.spindrift.device.MagneticState;
import io.spindrift.memory.array.FlipTable;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import java.util.OptionalDouble;

/**
 * Pulses of any strength whose two directions differ by a stated ratio: a = p (1 + s) from P to AP,
 * b = p (1 - s) back. No device stands behind them; all cells are alike.
 *
 * @param asymmetry s = (a - b)/(a + b), in [-1, 1]; the share of ones goes to (1 + s)/2
 */
public record StatedDial(double asymmetry) implements FlipDial {
  /** Pulses that do not care for the state. */
  public static final StatedDial FAIR = new StatedDial(0);

  /** Checks the asymmetry. */
  public StatedDial {
    Require.inRange("asymmetry", asymmetry, -1, 1, "");
  }

  @Override
  public String name() {
    return asymmetry == 0 ? "fair pulses" : "pulses of asymmetry " + asymmetry;
  }

  @Override
  public DialledPulse both(double probability) {
    Require.inRange("flip probability", probability, 0, 0.5, "");
    return new DialledPulse(
        probability,
        probability,
        OptionalDouble.empty(),
        FlipTable.asymmetric(probability * (1 + asymmetry), probability * (1 - asymmetry)));
  }

  @Override
  public DialledPulse from(MagneticState state, double probability) {
    Require.inRange("flip probability", probability, 0, 1, "");
    boolean parallel = state == MagneticState.PARALLEL;
    double skew = parallel ? asymmetry : -asymmetry;
    double other = probability == 0 ? 0 : probability * (1 - skew) / (1 + skew);
    if (!(other <= 1)) {
      double most = skew == -1 ? 0 : (1 + skew) / (1 - skew);
      throw new UnusableInput(
          "flip probability out of "
              + state.word()
              + " must be between 0 and "
              + most
              + " for "
              + name()
              + ", but was "
              + probability);
    }
    FlipTable table =
        parallel
            ? FlipTable.asymmetric(probability, other)
            : FlipTable.asymmetric(other, probability);
    return new DialledPulse(probability, probability, OptionalDouble.empty(), table);
  }
}
