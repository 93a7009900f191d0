package io.spindrift.entropy.coin;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * A threshold that drifts and comes back: a ramp that recalibration ends, or a slow sine.
 *
 * <p>x(t) = w(t/T + u) with period T and a phase u that each block draws uniformly from [0, 1).
 * Both averages are integrals over the phase, by the midpoint rule on each side of the jump.
 *
 * @param shape form of one period
 * @param amplitudeVolts largest shift, in volts
 * @param periodSeconds time of one period, in seconds
 */
public record PeriodicDrift(Shape shape, double amplitudeVolts, double periodSeconds)
    implements ThresholdFluctuation {
  private static final int POINTS = 8192;

  /** Form of one period. */
  public enum Shape {
    /** From -amplitude to +amplitude at constant rate, then back at once. */
    RAMP,
    /** A sine wave. */
    SINE;

    double at(double phase) {
      return switch (this) {
        case RAMP -> 2 * phase - 1;
        case SINE -> StrictMath.sin(2 * Math.PI * phase);
      };
    }
  }

  /** Checks the numbers. */
  public PeriodicDrift {
    Require.finite("amplitude of the drift", amplitudeVolts, "V");
    Require.positive("period of the drift", periodSeconds, "s");
  }

  /**
   * A linear drift that recalibration ends again and again.
   *
   * @param voltsPerSecond rate, of either sign
   * @param recalibrationSeconds time between two recalibrations
   */
  public static PeriodicDrift ramp(double voltsPerSecond, double recalibrationSeconds) {
    Require.finite("drift", voltsPerSecond, "V/s");
    return new PeriodicDrift(
        Shape.RAMP, 0.5 * voltsPerSecond * recalibrationSeconds, recalibrationSeconds);
  }

  /** A sine, such as that of a room's temperature. */
  public static PeriodicDrift sine(double amplitudeVolts, double periodSeconds) {
    return new PeriodicDrift(Shape.SINE, amplitudeVolts, periodSeconds);
  }

  @Override
  public String name() {
    return switch (shape) {
      case RAMP -> "threshold that drifts between recalibrations";
      case SINE -> "threshold that follows a slow sine";
    };
  }

  @Override
  public double reachVolts() {
    return Math.abs(amplitudeVolts);
  }

  /** A tenth of the period. */
  @Override
  public double fastestSeconds() {
    return 0.1 * periodSeconds;
  }

  @Override
  public DoubleSupplier path(StreamKey key, double stepSeconds) {
    return new Path(this, stepSeconds / periodSeconds, key.open().nextDouble());
  }

  /** Computes every phase anew from the number of steps, so that rounding does not pile up. */
  private static final class Path implements DoubleSupplier {
    private final PeriodicDrift drift;
    private final double step;
    private final double start;
    private long steps;

    Path(PeriodicDrift drift, double step, double start) {
      this.drift = drift;
      this.step = step;
      this.start = start;
    }

    @Override
    public double getAsDouble() {
      double turns = start + step * steps++;
      return drift.amplitudeVolts * drift.shape.at(turns - Math.floor(turns));
    }
  }

  @Override
  public double mean(DoubleUnaryOperator f) {
    return average(phase -> f.applyAsDouble(amplitudeVolts * shape.at(phase)), 0, 1);
  }

  @Override
  public double meanProduct(DoubleUnaryOperator f, double lagSeconds) {
    double turns = lagSeconds / periodSeconds;
    double shift = turns - Math.floor(turns);
    DoubleUnaryOperator p = phase -> f.applyAsDouble(amplitudeVolts * shape.at(phase));
    return average(u -> p.applyAsDouble(u) * p.applyAsDouble(u + shift), 0, 1 - shift)
        + average(u -> p.applyAsDouble(u) * p.applyAsDouble(u + shift - 1), 1 - shift, 1);
  }

  /** The integral of f over phases from {@code low} to {@code high}. */
  private static double average(DoubleUnaryOperator f, double low, double high) {
    double width = (high - low) / POINTS;
    double sum = 0;
    for (int i = 0; i < POINTS; i++) {
      sum += f.applyAsDouble(low + (i + 0.5) * width);
    }
    return sum * width;
  }
}
