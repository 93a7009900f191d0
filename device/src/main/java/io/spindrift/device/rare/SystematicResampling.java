package io.spindrift.device.rare;

/**
 * Choice of particles in proportion to their weights with one random number.
 *
 * <p>Particle i is chosen floor or ceiling of N w_i/sum w times, in the mean exactly that:
 * unbiased, with less noise than independent draws. J. Carpenter, P. Clifford, P. Fearnhead, IEE
 * Proc. Radar 146, 2 (1999).
 */
final class SystematicResampling {
  /**
   * The chosen indices, in order.
   *
   * @param weights not negative, with a positive sum
   * @param uniform a number in [0, 1)
   */
  static int[] choose(double[] weights, int count, double uniform) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    int[] chosen = new int[count];
    int source = 0;
    double passed = weights[0];
    for (int i = 0; i < count; i++) {
      double mark = (i + uniform) / count * total;
      while (passed <= mark && source < weights.length - 1) {
        source++;
        passed += weights[source];
      }
      chosen[i] = source;
    }
    return chosen;
  }

  private SystematicResampling() {}
}
