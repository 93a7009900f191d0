package io.spindrift.device.drive;

/**
 * The function f(t) = a + b t + c exp(-lambda t) over 0 to h, with its integrals in closed form.
 *
 * <p>Everything in a circuit of one capacitance has this form while its source follows a straight
 * line.
 *
 * @param a constant part
 * @param b slope of the straight part
 * @param c height of the decaying part
 * @param lambda rate of the decay, positive; not used when c is zero
 */
record Relaxing(double a, double b, double c, double lambda) {
  /** The value at a time. */
  double at(double t) {
    return a + b * t + (c == 0 ? 0 : c * Math.exp(-lambda * t));
  }

  /** int f dt over 0 to h. */
  double integral(double h) {
    return a * h + b * h * h / 2 + (c == 0 ? 0 : c * first(lambda, h));
  }

  /** int f^2 dt over 0 to h. */
  double integralOfSquare(double h) {
    double straight = a * a * h + a * b * h * h + b * b * h * h * h / 3;
    if (c == 0) {
      return straight;
    }
    double mixed = 2 * c * (a * first(lambda, h) + b * second(lambda, h));
    return straight + mixed + c * c * first(2 * lambda, h);
  }

  /** int (p + q t) f dt over 0 to h. */
  double integralWithLine(double p, double q, double h) {
    double straight = p * a * h + (p * b + q * a) * h * h / 2 + q * b * h * h * h / 3;
    return straight + (c == 0 ? 0 : c * (p * first(lambda, h) + q * second(lambda, h)));
  }

  /** int exp(-rate t) dt. */
  private static double first(double rate, double h) {
    return -Math.expm1(-rate * h) / rate;
  }

  /** int t exp(-rate t) dt; a series where the closed form cancels. */
  private static double second(double rate, double h) {
    double x = rate * h;
    if (x < 0.01) {
      return h * h * (0.5 - x * (1.0 / 3 - x * (1.0 / 8 - x * (1.0 / 30 - x / 144))));
    }
    return (-Math.expm1(-x) - x * Math.exp(-x)) / (rate * rate);
  }
}
