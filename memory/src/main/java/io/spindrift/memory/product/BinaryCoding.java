package io.spindrift.memory.product;

/** One pair of cells a weight and one cycle an input. */
public enum BinaryCoding implements ProductCoding {
  /** Weights and inputs of -1, 0 and 1; an input of -1 drives its row with the opposite voltage. */
  SIGNED,
  /** Weights and inputs of 0 and 1; the second column of a pair is a reference of AP cells. */
  UNSIGNED;

  @Override
  public int slices() {
    return 1;
  }

  @Override
  public int cycles() {
    return 1;
  }

  @Override
  public long cycleWeight(int cycle) {
    return 1;
  }

  @Override
  public int trit(int weight, int slice) {
    return weight;
  }

  @Override
  public int digit(int input, int cycle) {
    return input;
  }

  @Override
  public int largestDigit() {
    return 1;
  }

  @Override
  public double meanSquareDigit() {
    return isUnsigned() ? 0.5 : 1;
  }

  @Override
  public boolean isUnsigned() {
    return this == UNSIGNED;
  }

  @Override
  public int smallestWeight() {
    return isUnsigned() ? 0 : -1;
  }

  @Override
  public int largestWeight() {
    return 1;
  }

  @Override
  public int smallestInput() {
    return smallestWeight();
  }

  @Override
  public int largestInput() {
    return 1;
  }
}
