package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.document.Declared;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.quantity.Quantity;
import java.util.Optional;

/**
 * How one parameter differs from device to device.
 *
 * @param parameter its name, such as {@code freeLayer.thickness}
 * @param law the law
 * @param relativeSigma standard deviation over the device's own value
 * @param sigma standard deviation with its unit, instead of a relative one
 * @param withinSigmas for a truncated law: half-width of the interval in sigmas
 * @param lowest for a truncated law: lower end of the interval with its unit
 * @param highest for a truncated law: upper end of the interval with its unit
 */
public record ParameterSpread(
    @Declared(says = "Name of the parameter, such as freeLayer.thickness") String parameter,
    @Declared(says = "Law: normal, lognormal or truncated-normal", defaultValue = "normal")
        SpreadLaw law,
    @Declared(says = "Standard deviation over the device's own value", min = 0, max = 10)
        Optional<Double> relativeSigma,
    @Declared(says = "Standard deviation with its unit, instead of a relative one")
        Optional<String> sigma,
    @Declared(
            says = "For a truncated law: half-width of the interval in sigmas",
            min = 0.01,
            max = 100)
        Optional<Double> withinSigmas,
    @Declared(says = "For a truncated law: lower end of the interval with its unit")
        Optional<String> lowest,
    @Declared(says = "For a truncated law: upper end of the interval with its unit")
        Optional<String> highest) {

  /** Checks that the law is complete and that its numbers can be read. */
  public ParameterSpread {
    Dimension dimension = DeviceParameter.named(parameter).dimension();
    if (relativeSigma.isPresent() == sigma.isPresent()) {
      throw new IllegalArgumentException(
          "relativeSigma or sigma must be given, "
              + (sigma.isPresent() ? "but both were" : "but neither was"));
    }
    relativeSigma.ifPresent(value -> Require.inRange("relativeSigma", value, 0, 10, ""));
    sigma.ifPresent(
        text -> Require.notNegative("sigma", read("sigma", text, dimension), dimension.siSymbol()));
    withinSigmas.ifPresent(value -> Require.inRange("withinSigmas", value, 0.01, 100, ""));
    boolean ends = lowest.isPresent() || highest.isPresent();
    boolean truncated = law == SpreadLaw.TRUNCATED_NORMAL;
    if (!truncated && (ends || withinSigmas.isPresent())) {
      throw new IllegalArgumentException(
          "law must be truncated-normal where limits are given, but was "
              + (law == SpreadLaw.NORMAL ? "normal" : "lognormal"));
    }
    if (truncated && ends == withinSigmas.isPresent()) {
      throw new IllegalArgumentException(
          "law truncated-normal must have withinSigmas or lowest and highest, "
              + (ends ? "but had both" : "but had neither"));
    }
    double low = end("lowest", lowest, dimension, Double.NEGATIVE_INFINITY);
    double high = end("highest", highest, dimension, Double.POSITIVE_INFINITY);
    if (!(low < high)) {
      throw new IllegalArgumentException(
          "highest must be above lowest, "
              + Quantity.print(low, dimension)
              + ", but was "
              + Quantity.print(high, dimension));
    }
  }

  /** A normal law of a relative standard deviation. */
  public static ParameterSpread normal(String parameter, double relativeSigma) {
    return of(parameter, SpreadLaw.NORMAL, relativeSigma);
  }

  /** A lognormal law of a relative standard deviation. */
  public static ParameterSpread lognormal(String parameter, double relativeSigma) {
    return of(parameter, SpreadLaw.LOGNORMAL, relativeSigma);
  }

  /** A normal law of a relative standard deviation, restricted to so many of them. */
  public static ParameterSpread within(String parameter, double relativeSigma, double sigmas) {
    return new ParameterSpread(
        parameter,
        SpreadLaw.TRUNCATED_NORMAL,
        Optional.of(relativeSigma),
        Optional.empty(),
        Optional.of(sigmas),
        Optional.empty(),
        Optional.empty());
  }

  /** The parameter that differs. */
  public DeviceParameter varied() {
    return DeviceParameter.named(parameter);
  }

  /** Standard deviation in SI about a device's own value. */
  public double sigma(double mean) {
    return relativeSigma
        .map(relative -> relative * Math.abs(mean))
        .orElseGet(() -> read("sigma", sigma.orElseThrow(), varied().dimension()));
  }

  /** Lower end of the interval in SI, minus infinity where there is none. */
  public double lowest(double mean) {
    return withinSigmas
        .map(k -> mean - k * sigma(mean))
        .orElseGet(() -> end("lowest", lowest, varied().dimension(), Double.NEGATIVE_INFINITY));
  }

  /** Upper end of the interval in SI, infinity where there is none. */
  public double highest(double mean) {
    return withinSigmas
        .map(k -> mean + k * sigma(mean))
        .orElseGet(() -> end("highest", highest, varied().dimension(), Double.POSITIVE_INFINITY));
  }

  /**
   * Checks the law about a device's own value.
   *
   * @throws IllegalArgumentException for a lognormal law about a value that is not positive, or an
   *     interval that keeps too little of the normal law
   */
  void checkAbout(double mean) {
    if (law == SpreadLaw.LOGNORMAL && !(mean > 0)) {
      throw new IllegalArgumentException(
          "spread of "
              + parameter
              + " must be normal, for a lognormal law needs a positive mean, but that was "
              + Quantity.print(mean, varied().dimension()));
    }
    if (law == SpreadLaw.TRUNCATED_NORMAL) {
      double s = sigma(mean);
      if (!(lowest(mean) - mean <= 4 * s && mean - highest(mean) <= 4 * s)) {
        throw new IllegalArgumentException(
            "spread of "
                + parameter
                + " must have an interval that begins within 4 sigma of the mean, "
                + Quantity.print(mean, varied().dimension())
                + ", but it was "
                + Quantity.print(lowest(mean), varied().dimension())
                + " to "
                + Quantity.print(highest(mean), varied().dimension()));
      }
    }
  }

  private static ParameterSpread of(String parameter, SpreadLaw law, double relativeSigma) {
    return new ParameterSpread(
        parameter,
        law,
        Optional.of(relativeSigma),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static double end(
      String name, Optional<String> text, Dimension dimension, double otherwise) {
    return text.map(given -> read(name, given, dimension)).orElse(otherwise);
  }

  private static double read(String name, String text, Dimension dimension) {
    try {
      return Quantity.parse(text, dimension);
    } catch (UnusableInput unreadable) {
      throw new IllegalArgumentException(
          name + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
