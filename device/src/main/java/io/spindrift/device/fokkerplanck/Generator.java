package io.spindrift.device.fokkerplanck;

/**
 * The linear operator G of dp/dt = G p, with a rectangle that holds its numerical range.
 *
 * @param operator G on spherical-harmonic coefficients
 * @param turningPerSecond bound of the antisymmetric part: |Im| of the numerical range
 * @param lowestPerSecond lower bound of the symmetric part
 * @param highestPerSecond upper bound of the symmetric part
 */
record Generator(
    HarmonicOperator operator,
    double turningPerSecond,
    double lowestPerSecond,
    double highestPerSecond) {

  /** The generator of the backward equation, which carries observables instead of densities. */
  Generator backward() {
    return new Generator(
        operator.transposed(), turningPerSecond, lowestPerSecond, highestPerSecond);
  }
}
