package io.spindrift.entropy.coin;

import io.spindrift.numerics.random.StreamKey;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * A stationary random process x(t), in volts, by which a switching threshold moves.
 *
 * <p>It states the two averages that decide bias and correlation of a coin, both exact up to the
 * rounding of a quadrature.
 */
public interface ThresholdFluctuation {
  /** What it is, in a few words, for reports. */
  String name();

  /** A shift that it never or almost never exceeds in magnitude, in volts. */
  double reachVolts();

  /** The time within which it changes noticeably, in seconds; its fastest part counts. */
  double fastestSeconds();

  /**
   * A path x(0), x(step), x(2 step), ... that begins in the stationary distribution.
   *
   * @param key where its chance comes from
   * @param stepSeconds time between two values
   */
  DoubleSupplier path(StreamKey key, double stepSeconds);

  /** The mean of f(x). */
  double mean(DoubleUnaryOperator f);

  /** The mean of f(x(t)) f(x(t + lag)). */
  double meanProduct(DoubleUnaryOperator f, double lagSeconds);
}
