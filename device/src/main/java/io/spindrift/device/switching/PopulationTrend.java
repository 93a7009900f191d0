package io.spindrift.device.switching;

import io.spindrift.device.MagneticState;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The angles asin sqrt P of a population out of one state: a straight line in the deviates of the
 * parameters, and what it leaves over.
 *
 * <p>The slopes solve the least-squares problem of the centred angles with the shortest vector, so
 * that parameters tied together share their slope. With fewer than {@value #MEMBERS_PER_SLOPE}
 * members for each slope no line is drawn, and all is rest.
 *
 * @param centre mean angle
 * @param middle mean of each deviate
 * @param slopes change of the angle with each deviate; empty without a line
 * @param rests what is left of each member's angle
 * @param scale by which the rests are shrunk so that the counting noise is removed
 */
record PopulationTrend(
    double centre, double[] middle, double[] slopes, double[] rests, double scale) {
  private static final int MEMBERS_PER_SLOPE = 5;

  static PopulationTrend of(DevicePopulation population, MagneticState from) {
    List<DevicePopulation.Member> members = population.members();
    int count = members.size();
    double[] angles =
        members.stream().mapToDouble(m -> Math.asin(Math.sqrt(m.probability(from)))).toArray();
    double centre = Arrays.stream(angles).average().orElseThrow();
    int deviates = members.getFirst().deviates().size();
    int slopes = count >= MEMBERS_PER_SLOPE * deviates ? deviates : 0;
    double[] middle = new double[slopes];
    for (DevicePopulation.Member member : members) {
      for (int j = 0; j < slopes; j++) {
        middle[j] += member.deviates().get(j) / count;
      }
    }
    PopulationTrend flat = new PopulationTrend(centre, middle, new double[slopes], angles, 1);
    double[] slope = slopes == 0 ? new double[0] : solve(members, middle, angles, centre);
    PopulationTrend sloped = new PopulationTrend(centre, middle, slope, flat.rests, 1);
    double[] rests = new double[count];
    double squares = 0;
    for (int i = 0; i < count; i++) {
      rests[i] = angles[i] - centre - sloped.explained(members.get(i).deviates());
      squares += rests[i] * rests[i];
    }
    double variance = squares / Math.max(1, count - 1 - slopes);
    double counting = population.trials() == 0 ? 0 : 1 / (4.0 * population.trials());
    double share = 1 - (double) slopes / count;
    double kept = Math.max(0, variance * share - counting);
    double found = squares / Math.max(1, count - 1);
    return new PopulationTrend(
        centre, middle, slope, rests, found > 0 ? Math.sqrt(kept / found) : 0);
  }

  /** How far the line puts a device from the mean angle. */
  double explained(List<Double> deviates) {
    double sum = 0;
    for (int j = 0; j < slopes.length; j++) {
      sum += slopes[j] * (deviates.get(j) - middle[j]);
    }
    return sum;
  }

  private static double[] solve(
      List<DevicePopulation.Member> members, double[] middle, double[] angles, double centre) {
    double[][] design = new double[angles.length][middle.length];
    double[] target = new double[angles.length];
    for (int i = 0; i < angles.length; i++) {
      for (int j = 0; j < middle.length; j++) {
        design[i][j] = members.get(i).deviates().get(j) - middle[j];
      }
      target[i] = angles[i] - centre;
    }
    return new SingularValueDecomposition(new Array2DRowRealMatrix(design))
        .getSolver()
        .solve(new ArrayRealVector(target))
        .toArray();
  }
}
