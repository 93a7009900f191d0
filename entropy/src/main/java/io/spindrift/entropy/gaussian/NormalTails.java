package io.spindrift.entropy.gaussian;

import io.spindrift.numerics.Require;
import org.hipparchus.special.Erf;

/**
 * The standard normal distribution, fast and accurate in both tails.
 *
 * <p>Phi(x) = erfc(-x / sqrt 2) / 2. The complementary error function is the rational approximation
 * of W. J. Cody, "Rational Chebyshev approximations for the error function", Math. Comp. 23 (1969),
 * with the coefficients of his program CALERF; relative error below 1e-15 where the result does not
 * underflow.
 */
public final class NormalTails {
  private static final double INVERSE_SQRT_PI = 0.56418958354775628695;
  private static final double INNER = 0.46875;

  /** From here on erfc is below the least positive double. */
  private static final double UNDERFLOW = 28;

  private static final int NEWTON_STEPS = 4;

  private static final double[] NEAR_OVER = {
    1.85777706184603153e-1,
    3.16112374387056560,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] NEAR_UNDER = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] MIDDLE_OVER = {
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594,
    6.61191906371416295e1,
    2.98635138197400131e2,
    8.81952221241769090e2,
    1.71204761263407058e3,
    2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] MIDDLE_UNDER = {
    1,
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] FAR_OVER = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] FAR_UNDER = {
    1,
    2.56852019228982242,
    1.87295284992346725,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  /** Phi(x) = P(X <= x). */
  public static double cumulative(double x) {
    return 0.5 * erfc(-x / Math.sqrt(2));
  }

  /** 1 - Phi(x), without cancellation. */
  public static double upperTail(double x) {
    return 0.5 * erfc(x / Math.sqrt(2));
  }

  /** P(a < X <= b) for a <= b, without cancellation in either tail. */
  public static double between(double a, double b) {
    return a >= 0 ? upperTail(a) - upperTail(b) : cumulative(b) - cumulative(a);
  }

  /** P(|X| > |z|): the two-sided p-value of a standardised statistic z. */
  public static double twoSided(double z) {
    return erfc(Math.abs(z) / Math.sqrt(2));
  }

  /** exp(-x^2 / 2) / sqrt(2 pi). */
  public static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /**
   * The x with Phi(x) = q.
   *
   * @throws IllegalArgumentException when q does not lie strictly between 0 and 1
   */
  public static double quantile(double q) {
    Require.inRange("quantile order", q, Double.MIN_NORMAL, Math.nextDown(1.0), "");
    return q < 0.5 ? -upperQuantile(q) : upperQuantile(1 - q);
  }

  /** The x with 1 - Phi(x) = q, by Newton's method, exact in the far upper tail too. */
  public static double upperQuantile(double q) {
    double x = Math.sqrt(2) * Erf.erfcInv(Math.max(2 * q, 1e-15));
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double off = Math.log(upperTail(x) / q);
      x += off * upperTail(x) / density(x);
    }
    return x;
  }

  /** The complementary error function erfc(x) = 2 / sqrt(pi) times the integral of exp(-t^2). */
  public static double erfc(double x) {
    double size = Math.abs(x);
    if (size <= INNER) {
      return 1 - x * ratio(NEAR_OVER, NEAR_UNDER, x * x);
    }
    if (size > UNDERFLOW) {
      return x < 0 ? 2 : 0;
    }
    double scaled =
        size <= 4
            ? ratio(MIDDLE_OVER, MIDDLE_UNDER, size)
            : (INVERSE_SQRT_PI - far(1 / (size * size))) / size;
    // exp(-x^2) as a product of two factors, so that the rounding of x^2 does not show.
    double coarse = Math.rint(size * 16) / 16;
    double gauss = Math.exp(-coarse * coarse) * Math.exp(-(size - coarse) * (size + coarse));
    double tail = scaled * gauss;
    return x < 0 ? 2 - tail : tail;
  }

  private static double far(double inverseSquare) {
    return inverseSquare * ratio(FAR_OVER, FAR_UNDER, inverseSquare);
  }

  /** Ratio of two polynomials, coefficients from the highest power down. */
  private static double ratio(double[] over, double[] under, double x) {
    double numerator = over[0];
    double denominator = under[0];
    for (int i = 1; i < over.length; i++) {
      numerator = numerator * x + over[i];
      denominator = denominator * x + under[i];
    }
    return numerator / denominator;
  }

  private NormalTails() {}
}
