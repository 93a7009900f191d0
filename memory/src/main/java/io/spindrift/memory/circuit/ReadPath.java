package io.spindrift.memory.circuit;

import io.spindrift.device.MagneticState;
import io.spindrift.device.ResistanceModel;
import io.spindrift.entropy.gaussian.NormalTails;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.spec.MemorySpec;
import io.spindrift.memory.spec.SenseAmplifier;
import io.spindrift.numerics.Constants;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * From the state of a cell to the voltage on which its sense amplifier decides.
 *
 * <p>A cell of kind k and state s in row r draws I = V/(R_k(s, u) + R_s(r)), u being the part of
 * the read voltage V across its junction and R_s the transistor and the lines up to the row. The
 * cells of the column that are not selected add their leakage. The amplifier integrates what
 * exceeds the reference current for t on the bit line's capacitance C:
 *
 * <pre>
 *   m = (|I| + I_leak - I_ref(r)) t/C,   I_ref = |I_AP| + share (|I_P| - |I_AP|)
 * </pre>
 *
 * <p>with I_P, I_AP of nominal cells in the same row, which do not leak. It reads P when m + o + n
 * exceeds zero, o being its own fixed offset, normal with the stated deviation over amplifiers, and
 * n the noise of this reading, normal with deviation sigma = max(stated, sqrt(kT/C)). So a cell is
 * read wrongly with probability Q((m + o)/sigma) in P and Q(-(m + o)/sigma) in AP, Q the upper tail
 * of the normal law.
 *
 * <p>V/I is taken at the first and the last row of the sub-array and is linear between: exact where
 * R does not depend on bias, else off by the square of the small change of u along the line. An
 * array with more rows than the memory describes is a stack of sub-arrays on the same amplifiers:
 * row r is at r modulo their number. Immutable.
 */
public final class ReadPath {
  private final MemorySpec spec;
  private final int kinds;
  private final double swingVoltOhms;
  private final double leakVolts;
  private final double sigmaVolts;
  private final double[] ohms;
  private final double[] ohmsPerRow;
  private final double[] nominalOhms = new double[2];
  private final double[] nominalOhmsPerRow = new double[2];
  private final double[] offsets;

  /**
   * The read path of a memory.
   *
   * @param spec the memory
   * @param resistance its junctions
   * @param kinds which of them its cells are
   * @param temperatureKelvin temperature of the noise
   * @param variation what decides the offsets of the amplifiers
   */
  public ReadPath(
      MemorySpec spec,
      ResistanceModel resistance,
      CellKinds kinds,
      double temperatureKelvin,
      StreamKey variation) {
    SenseAmplifier amplifier = spec.senseAmplifier();
    Require.positive("temperature", temperatureKelvin, "K");
    this.spec = spec;
    this.kinds = kinds.count();
    double farads = spec.bitLineFarads();
    double volts = Math.abs(amplifier.readVolts());
    this.swingVoltOhms = volts * amplifier.integrationSeconds() / farads;
    this.leakVolts = swingVoltOhms * (spec.array().rows() - 1) / spec.accessTransistor().offOhms();
    double thermal = Math.sqrt(Constants.BOLTZMANN_JOULES_PER_KELVIN * temperatureKelvin / farads);
    this.sigmaVolts = Math.max(amplifier.noiseVolts(), thermal);
    this.ohms = new double[2 * this.kinds];
    this.ohmsPerRow = new double[2 * this.kinds];
    for (MagneticState state : MagneticState.values()) {
      for (int kind = 0; kind < this.kinds; kind++) {
        along(resistance, state, kinds.deviceIndex(kind), 2 * kind, ohms, ohmsPerRow);
      }
      along(resistance, state, -1, 0, nominalOhms, nominalOhmsPerRow);
    }
    this.offsets = new double[spec.array().columns()];
    StreamKey amplifiers = variation.purpose("amplifier offsets");
    for (int column = 0; column < offsets.length; column++) {
      offsets[column] = amplifier.offsetVolts() * amplifiers.at(column).open().nextGaussian();
    }
  }

  /** V/I at row 0 and its change per row. */
  private void along(
      ResistanceModel resistance,
      MagneticState state,
      long device,
      int at,
      double[] first,
      double[] slope) {
    LineDrop lines = new LineDrop(spec, resistance);
    double volts = spec.senseAmplifier().readVolts();
    double on = spec.accessTransistor().onOhms();
    int last = spec.array().rows() - 1;
    double near =
        volts / new CellBranch(resistance, state, device, on + lines.lineOhms(0)).amperes(volts);
    double far =
        volts / new CellBranch(resistance, state, device, on + lines.lineOhms(last)).amperes(volts);
    first[at + state.ordinal()] = near;
    slope[at + state.ordinal()] = last == 0 ? 0 : (far - near) / last;
  }

  /** The memory that is read. */
  public MemorySpec spec() {
    return spec;
  }

  /** Number of kinds of cells. */
  public int kinds() {
    return kinds;
  }

  /** sigma: standard deviation of the noise of one reading, in volts. */
  public double noiseVolts() {
    return sigmaVolts;
  }

  /** o: fixed offset of the amplifier of a column, in volts. */
  public double offsetVolts(int column) {
    return offsets[column];
  }

  /** m: voltage by which a cell exceeds the reference, before offset and noise; AP is negative. */
  public double marginVolts(int kind, MagneticState state, int row) {
    Objects.checkIndex(kind, kinds);
    return signalVolts(kind, state.ordinal(), rowOf(row)) - referenceVolts(rowOf(row));
  }

  /** Current of a selected cell without leakage, in amperes. */
  public double cellAmperes(int kind, MagneticState state, int row) {
    int i = 2 * kind + state.ordinal();
    return Math.abs(spec.senseAmplifier().readVolts()) / (ohms[i] + rowOf(row) * ohmsPerRow[i]);
  }

  /** Probability that a cell is read wrongly. */
  public double errorProbability(int kind, MagneticState state, int column, int row) {
    double exceeds = marginVolts(kind, state, row) + offsets[column];
    return NormalTails.upperTail(
        (state == MagneticState.PARALLEL ? exceeds : -exceeds) / sigmaVolts);
  }

  /** Error probability of a row's cells in a state, mean over the kinds and the amplifiers. */
  public double meanErrorProbability(MagneticState state, int row) {
    double sum = 0;
    for (int kind = 0; kind < kinds; kind++) {
      for (int column = 0; column < offsets.length; column++) {
        sum += errorProbability(kind, state, column, row);
      }
    }
    return sum / ((double) kinds * offsets.length);
  }

  /**
   * Error probability of a row's cells in a state, mean over the kinds and the law of the offsets:
   * Q(m/sqrt(sigma^2 + sigma_o^2)) for P.
   */
  public double expectedErrorProbability(MagneticState state, int row) {
    double sigma = Math.hypot(sigmaVolts, spec.senseAmplifier().offsetVolts());
    double sum = 0;
    for (int kind = 0; kind < kinds; kind++) {
      double margin = marginVolts(kind, state, row);
      sum += NormalTails.upperTail((state == MagneticState.PARALLEL ? margin : -margin) / sigma);
    }
    return sum / kinds;
  }

  /** Row within its sub-array. */
  int rowOf(int row) {
    return row % spec.array().rows();
  }

  /** Reference at a row of the sub-array, less the leakage, which adds to every signal. */
  double referenceVolts(int row) {
    double share = spec.senseAmplifier().referenceShare();
    double parallel = swingVoltOhms / (nominalOhms[0] + row * nominalOhmsPerRow[0]);
    double antiparallel = swingVoltOhms / (nominalOhms[1] + row * nominalOhmsPerRow[1]);
    return antiparallel + share * (parallel - antiparallel) - leakVolts;
  }

  /** Voltage of a cell's own current at a row of the sub-array; bit 0 is P, 1 is AP. */
  double signalVolts(int kind, int bit, int row) {
    int i = 2 * kind + bit;
    return swingVoltOhms / (ohms[i] + row * ohmsPerRow[i]);
  }
}
