package io.spindrift.memory.product;

/** A line without resistance: the sum of conductance times drive. */
record IdealBitLine() implements BitLine {
  @Override
  public double collected(double[] siemens, double[] drive) {
    double sum = 0;
    for (int row = 0; row < drive.length; row++) {
      sum += siemens[row] * drive[row];
    }
    return sum;
  }
}
