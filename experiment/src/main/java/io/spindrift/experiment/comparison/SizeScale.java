package io.spindrift.experiment.comparison;

import io.spindrift.numerics.UnusableInput;

/** The scale on which sizes of an imperfection are interpolated and drawn. */
public enum SizeScale {
  /** Equal differences are equal steps. */
  LINEAR,
  /** Equal ratios are equal steps; sizes must be positive. */
  LOGARITHMIC;

  double place(double size) {
    return this == LINEAR ? size : Math.log(size);
  }

  double size(double place) {
    return this == LINEAR ? place : Math.exp(place);
  }

  /**
   * Refuses sizes that do not run one way, or that the scale cannot place.
   *
   * @throws UnusableInput when they are fewer than two, turn back, or are not positive on a
   *     logarithmic scale
   */
  public void check(double[] sizes) {
    if (sizes.length < 2) {
      throw new UnusableInput("a sweep needs at least 2 sizes, but was given " + sizes.length);
    }
    boolean falling = sizes[1] < sizes[0];
    for (int i = 0; i < sizes.length; i++) {
      if (!Double.isFinite(sizes[i]) || (this == LOGARITHMIC && !(sizes[i] > 0))) {
        throw new UnusableInput(
            "sizes must be "
                + (this == LINEAR ? "finite" : "positive on a logarithmic scale")
                + ", but one was "
                + sizes[i]);
      }
      if (i > 0 && !(falling ? sizes[i] < sizes[i - 1] : sizes[i] > sizes[i - 1])) {
        throw new UnusableInput(
            "sizes must run from the smallest imperfection to the largest, all rising or all"
                + " falling, but "
                + sizes[i]
                + " follows "
                + sizes[i - 1]);
      }
    }
  }
}
