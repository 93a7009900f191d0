package io.spindrift.device.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A search from the given start and, where it ends in doubt, from others.
 *
 * <p>{@value #CANDIDATES} points about the start are looked at, in boxes of up to a quarter of each
 * value and within the bounds, placed by Halton's sequence (Numer. Math. 2, 84 (1960)); from the
 * {@value #MOST_SEARCHES} that fit best the search is repeated. The lowest sum of squares wins.
 * Nothing is random. That the lowest optimum of all is found is likely where the sum of squares has
 * few, and never certain.
 */
final class SeveralStarts {
  private static final int CANDIDATES = 24;
  private static final int MOST_SEARCHES = 3;
  private static final double[] REACH = {0.02, 0.05, 0.1, 0.25};
  private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

  /** Share by which a sum of squares must be lower to count as another optimum. */
  private static final double LOWER = 1e-3;

  /** Difference below which sums of squares are rounding: relative errors of 1e-8. */
  private static final double ROUNDING = 1e-16;

  /**
   * Where the search ended.
   *
   * @param best the values in scales
   * @param searches how it went
   */
  record Found(double[] best, Searches searches) {}

  private final Measurement measurement;
  private final Prediction prediction;

  SeveralStarts(Measurement measurement, Prediction prediction) {
    this.measurement = measurement;
    this.prediction = prediction;
  }

  /**
   * The best values found, or nothing where no search settles.
   *
   * @param doubtful whether what the first search found calls for others
   */
  Optional<Found> best(Predicate<double[]> doubtful) {
    double[] start = prediction.start();
    Optional<double[]> first = LikelihoodFit.best(measurement, prediction, start);
    if (first.isPresent() && !doubtful.test(first.get())) {
      return Optional.of(new Found(first.get(), new Searches(1, false)));
    }
    double firstCost = first.map(this::cost).orElse(Double.POSITIVE_INFINITY);
    double lowest = firstCost;
    Optional<double[]> best = first;
    List<double[]> others = candidates(start);
    for (double[] other : others) {
      Optional<double[]> found = LikelihoodFit.best(measurement, prediction, other);
      double cost = found.map(this::cost).orElse(Double.POSITIVE_INFINITY);
      if (cost < lowest * (1 - LOWER) - ROUNDING) {
        lowest = cost;
        best = found;
      }
    }
    Searches searches = new Searches(1 + others.size(), lowest < firstCost && first.isPresent());
    return best.map(at -> new Found(at, searches));
  }

  private List<double[]> candidates(double[] start) {
    record Candidate(double[] at, double cost) {}
    List<Candidate> seen = new ArrayList<>();
    for (int k = 0; k < CANDIDATES; k++) {
      double[] at = start.clone();
      for (int j = 0; j < at.length; j++) {
        double side = 2 * halton(k + 1, PRIMES[j % PRIMES.length]) - 1;
        at[j] += REACH[k % REACH.length] * prediction.room(j) * side;
      }
      double[] held = prediction.held(at);
      seen.add(new Candidate(held, cost(held)));
    }
    return seen.stream()
        .filter(candidate -> candidate.cost() < Double.POSITIVE_INFINITY)
        .sorted(Comparator.comparingDouble(Candidate::cost))
        .limit(MOST_SEARCHES)
        .map(Candidate::at)
        .toList();
  }

  /** Sum of squared residuals; infinite where the device is impossible. */
  private double cost(double[] at) {
    Optional<double[]> predicted = prediction.at(at);
    if (predicted.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double[] squares = new double[measurement.size()];
    Arrays.setAll(
        squares,
        i -> {
          double residual = measurement.residual(i, predicted.get()[i]);
          return residual * residual;
        });
    double sum = Arrays.stream(squares).sum();
    return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
  }

  /** The digits of an index in a base, mirrored at the point. */
  private static double halton(int index, int base) {
    double value = 0;
    double share = 1;
    for (int rest = index; rest > 0; rest /= base) {
      share /= base;
      value += share * (rest % base);
    }
    return value;
  }
}
