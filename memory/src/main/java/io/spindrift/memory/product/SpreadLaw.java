package io.spindrift.memory.product;

/** How conductances are distributed over cells about a mean of 1 with a standard deviation s. */
public enum SpreadLaw {
  /** 1 + s z. */
  NORMAL {
    @Override
    double factor(double sigma, double z) {
      return 1 + sigma * z;
    }
  },
  /** exp(w z - w^2/2) with w^2 = ln(1 + s^2). */
  LOGNORMAL {
    @Override
    double factor(double sigma, double z) {
      double square = Math.log1p(sigma * sigma);
      return Math.exp(Math.sqrt(square) * z - square / 2);
    }
  };

  abstract double factor(double sigma, double z);
}
