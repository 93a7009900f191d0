package io.spindrift.memory.product;

import io.spindrift.numerics.Require;

/**
 * Signed weights of w bits by sign and magnitude, inputs of a bits in digits of d bits.
 *
 * <p>A weight has w - 1 slices, the bits of its magnitude with its sign, so |W| is at most 2^(w-1)
 * - 1. An input takes ceil(a/d) cycles, from the lowest digit on; d = 1 is bit-serial, d = a takes
 * one cycle. Digits are {0 .. 2^d - 1}; the last one of a signed input, in two's complement, is
 * itself signed and drives its row with either voltage.
 *
 * @param weightBits w
 * @param inputBits a
 * @param signedInputs whether inputs are in two's complement
 * @param driveBits d, bits of the digital-to-analogue converter of a row
 */
public record BitSlicedCoding(int weightBits, int inputBits, boolean signedInputs, int driveBits)
    implements ProductCoding {
  /** Checks the widths. */
  public BitSlicedCoding {
    Require.inRange("bits of a weight", weightBits, 2, 16);
    Require.inRange("bits of an input", inputBits, 1, 16);
    Require.inRange("bits of a drive", driveBits, 1, inputBits);
  }

  @Override
  public int slices() {
    return weightBits - 1;
  }

  @Override
  public int cycles() {
    return Math.ceilDiv(inputBits, driveBits);
  }

  @Override
  public long cycleWeight(int cycle) {
    return 1L << (driveBits * cycle);
  }

  @Override
  public int trit(int weight, int slice) {
    return Integer.signum(weight) * ((Math.abs(weight) >> slice) & 1);
  }

  @Override
  public int digit(int input, int cycle) {
    int rest = input >> (driveBits * cycle);
    return cycle == cycles() - 1 ? rest : rest & (1 << driveBits) - 1;
  }

  @Override
  public int largestDigit() {
    return signedInputs && cycles() == 1 ? 1 << (inputBits - 1) : (1 << driveBits) - 1;
  }

  @Override
  public double meanSquareDigit() {
    double top = (1 << driveBits) - 1;
    return signedInputs && cycles() == 1
        ? (Math.pow(4, inputBits) + 2) / 12
        : top * (2 * top + 1) / 6;
  }

  @Override
  public boolean isUnsigned() {
    return false;
  }

  @Override
  public int smallestWeight() {
    return -largestWeight();
  }

  @Override
  public int largestWeight() {
    return (1 << (weightBits - 1)) - 1;
  }

  @Override
  public int smallestInput() {
    return signedInputs ? -(1 << (inputBits - 1)) : 0;
  }

  @Override
  public int largestInput() {
    return (1 << (signedInputs ? inputBits - 1 : inputBits)) - 1;
  }
}
