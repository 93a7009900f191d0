package io.spindrift.memory.cost;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Which parameter moves a verdict: each is set to both ends of its range in turn, one at a time.
 *
 * @param advantage advantage at the values themselves
 * @param swings one for each parameter, the largest first
 */
public record Sensitivity(double advantage, List<Swing> swings) {
  /** Copies the swings. */
  public Sensitivity {
    swings = List.copyOf(swings);
  }

  /**
   * Varies every parameter.
   *
   * @param parameters what the advantage depends on
   * @param model advantage for values in the order of the parameters, greater than zero
   */
  public static Sensitivity of(List<Parameter> parameters, ToDoubleFunction<double[]> model) {
    double[] values = parameters.stream().mapToDouble(Parameter::value).toArray();
    double base = model.applyAsDouble(values);
    return new Sensitivity(
        base,
        IntStream.range(0, values.length)
            .mapToObj(i -> {
              Range range = parameters.get(i).range();
              double low = model.applyAsDouble(with(values, i, range.low()));
              double high = model.applyAsDouble(with(values, i, range.high()));
              return new Swing(parameters.get(i), low, high, claim(base), claim(low), claim(high));
            })
            .sorted(Comparator.comparingDouble(Swing::decades).reversed())
            .toList());
  }

  private static Claim claim(double advantage) {
    return Claim.of(OptionalDouble.of(advantage));
  }

  private static double[] with(double[] values, int index, double value) {
    double[] changed = values.clone();
    changed[index] = value;
    return changed;
  }
}
