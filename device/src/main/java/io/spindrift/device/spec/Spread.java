package io.spindrift.device.spec;

import io.spindrift.numerics.document.Declared;
import java.util.ArrayList;
import java.util.List;

/**
 * How much one device differs from the next: a law for each parameter that varies, and which vary
 * together.
 *
 * <p>The joint law is a Gaussian copula: correlated standard normal deviates, each turned into its
 * parameter by that parameter's own law, whose marginal is therefore exactly as stated.
 *
 * @param parameters the parameters that vary; none by default
 * @param correlations pairs that vary together; none by default
 */
public record Spread(
    @Declared(says = "The parameters that vary, each with its law", defaultValue = "[]")
        List<ParameterSpread> parameters,
    @Declared(says = "Pairs of parameters that vary together", defaultValue = "[]")
        List<ParameterCorrelation> correlations) {
  /** All devices alike. */
  public static final Spread NONE = new Spread(List.of(), List.of());

  /** Checks that no number varies twice and that the correlations can hold together. */
  public Spread {
    parameters = List.copyOf(parameters);
    correlations = List.copyOf(correlations);
    for (int i = 0; i < parameters.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (parameters.get(i).varied().overlaps(parameters.get(j).varied())) {
          throw new IllegalArgumentException(
              "parameters must name each number once, but "
                  + parameters.get(i).parameter()
                  + " and "
                  + parameters.get(j).parameter()
                  + " are the same number");
        }
      }
    }
    CorrelationMatrix.of(parameters, correlations);
  }

  /** Parameters that vary independently. */
  public static Spread of(ParameterSpread... parameters) {
    return new Spread(List.of(parameters), List.of());
  }

  /** The same parameters with correlations. */
  public Spread correlated(ParameterCorrelation... pairs) {
    return new Spread(parameters, List.of(pairs));
  }

  /** The correlations as a matrix in the order of the parameters. */
  public CorrelationMatrix matrix() {
    return CorrelationMatrix.of(parameters, correlations);
  }

  /** Names of the parameters in order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (ParameterSpread parameter : parameters) {
      names.add(parameter.parameter());
    }
    return names;
  }

  /**
   * Checks every law about a device's own values.
   *
   * @throws IllegalArgumentException when the device lacks a part that varies, or a law cannot hold
   *     about its value
   */
  public void checkOn(MacrospinDevice device) {
    for (ParameterSpread parameter : parameters) {
      parameter.checkAbout(parameter.varied().of(device));
    }
  }
}
