package io.spindrift.memory.product;

/** How the currents of the cells on one line add up at its foot. Implementations are immutable. */
public interface BitLine {
  /** A line without resistance. */
  BitLine IDEAL = new IdealBitLine();

  /**
   * Current at the foot of the line, in siemens: per volt of drive.
   *
   * @param siemens conductance of each cell, the nearest to the foot first
   * @param drive voltage of each cell's other end, in units of the smallest drive; 0 where the row
   *     is not raised and the cell is cut off
   */
  double collected(double[] siemens, double[] drive);
}
