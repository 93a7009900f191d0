package io.spindrift.memory.operation;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.memory.array.CellArray;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.RandomWords;

/**
 * Several rows sensed by the sum of their currents, with the noise of the comparison.
 *
 * <p>With the read voltage V and the conductance G of every cell in its state, the current of a
 * column of k cells is I = |V| (G_1 + ... + G_k). It is compared with
 *
 * <pre>I_ref = |V| ((k - m + 1/2) G_P + (m - 1/2) G_AP)</pre>
 *
 * <p>of the nominal junction, halfway between m - 1 and m antiparallel cells; the answer is 1 when
 * I plus Gaussian noise is below it. Spread between cells enters by their kinds. For nominal cells
 * of which n are antiparallel the answer is wrong with probability
 *
 * <pre>Q(|n - m + 1/2| |V| (G_P - G_AP) / sigma),</pre>
 *
 * <p>the upper tail of the standard normal law; the margin does not shrink with k, but spread adds
 * up over k cells.
 *
 * <p>Source of the scheme: Jain et al., "Computing in Memory with Spin-Transfer Torque Magnetic
 * RAM", IEEE Trans. VLSI Syst. 26 (2018), two rows; the same idea for other resistive memories is
 * Pinatubo, Li et al., DAC 2016. Not modelled: resistance of wires and access transistors, fixed
 * offsets, and disturbance by the reading.
 */
public final class SummedCurrentReader implements MultiRowReader {
  private final double[] currentAmperes;
  private final double parallelAmperes;
  private final double antiparallelAmperes;
  private final double noiseAmperes;
  private final CellKinds kinds;

  /**
   * Asks the resistance of every kind once.
   *
   * @param readVolts voltage V across each cell, not zero
   * @param noiseAmperes standard deviation sigma of the comparison
   */
  public SummedCurrentReader(
      CellKinds kinds, ResistanceModel resistance, double readVolts, double noiseAmperes) {
    if (Require.finite("read voltage", readVolts, "V") == 0) {
      throw new IllegalArgumentException("read voltage must be other than zero, but was 0 V");
    }
    this.noiseAmperes = Require.notNegative("noise of the comparison", noiseAmperes, "A");
    this.kinds = kinds;
    this.currentAmperes = new double[2 * kinds.count()];
    for (int kind = 0; kind < kinds.count(); kind++) {
      long device = kinds.deviceIndex(kind);
      currentAmperes[2 * kind] = current(resistance, MagneticState.PARALLEL, readVolts, device);
      currentAmperes[2 * kind + 1] =
          current(resistance, MagneticState.ANTIPARALLEL, readVolts, device);
    }
    this.parallelAmperes = current(resistance, MagneticState.PARALLEL, readVolts, -1);
    this.antiparallelAmperes = current(resistance, MagneticState.ANTIPARALLEL, readVolts, -1);
  }

  private static double current(
      ResistanceModel resistance, MagneticState state, double volts, long device) {
    return Math.abs(volts) / resistance.resistanceOhms(state, volts, device);
  }

  @Override
  public void read(CellArray array, int[] rows, int least, long[] target, RandomWords random) {
    if (array.kinds().count() != kinds.count()) {
      throw new IllegalArgumentException(
          "kinds of cells must be " + kinds.count() + ", but was " + array.kinds().count());
    }
    int columns = array.shape().columns();
    double reference =
        (rows.length - least + 0.5) * parallelAmperes + (least - 0.5) * antiparallelAmperes;
    double[] sum = new double[columns];
    long[] states = new long[array.shape().rowWords()];
    for (int row : rows) {
      array.copyRow(row, states, 0);
      add(sum, states, (long) row * columns, array.kinds());
    }
    for (int word = 0; word < states.length; word++) {
      long answers = 0;
      for (int bit = 0; bit < 64; bit++) {
        double noise = noiseAmperes == 0 ? 0 : noiseAmperes * random.nextGaussian();
        answers |= (sum[64 * word + bit] + noise < reference ? 1L : 0L) << bit;
      }
      target[word] = answers;
    }
  }

  private void add(double[] sum, long[] states, long firstCell, CellKinds kindOf) {
    for (int column = 0; column < sum.length; column++) {
      int state = (int) (states[column / 64] >>> (column % 64)) & 1;
      sum[column] += currentAmperes[2 * kindOf.kind(firstCell + column) + state];
    }
  }
}
