package io.spindrift.device.spec;

import io.spindrift.numerics.Require;
import io.spindrift.numerics.document.Declared;
import java.util.List;

/**
 * That two parameters differ together.
 *
 * <p>The coefficient is that of the normal deviates behind the two laws: for normal laws the
 * correlation of the parameters, for lognormal ones that of their logarithms.
 *
 * @param between names of the two parameters
 * @param correlation coefficient from -1 to 1
 */
public record ParameterCorrelation(
    @Declared(says = "Names of the two parameters") List<String> between,
    @Declared(says = "Correlation coefficient", min = -1, max = 1) double correlation) {

  /** Checks the pair and the range. */
  public ParameterCorrelation {
    between = List.copyOf(between);
    if (between.size() != 2 || between.get(0).equals(between.get(1))) {
      throw new IllegalArgumentException(
          "between must be two different parameters, but was " + String.join(", ", between));
    }
    Require.inRange("correlation", correlation, -1, 1, "");
  }

  /** The coefficient of a pair. */
  public static ParameterCorrelation of(String first, String second, double correlation) {
    return new ParameterCorrelation(List.of(first, second), correlation);
  }
}
