package io.spindrift.device.fit;

/** Readings that a prediction is held against, each with its law of error. */
interface Measurement {
  /** Number of readings. */
  int size();

  /** How far reading {@code i} lies from a predicted value, in standard errors, with its sign. */
  double residual(int i, double predicted);

  /** Derivative of that residual with respect to the predicted value; negative. */
  double rate(int i, double predicted);

  /** Fisher information of reading {@code i} about its predicted value: 1/variance. */
  double information(int i, double predicted);
}
