package io.spindrift.memory.process;

import io.spindrift.memory.operation.Bank;
import io.spindrift.numerics.random.RandomWords;

/** One step of diffusion of one plane: what it does to the cells, and its exact kernel. */
interface PlaneStep {
  /**
   * What the step does to the bits that the images see, by the kind of the cell whose chance
   * decides: the data's own cell or, with a row of noise, the cell of the noise.
   */
  KernelTable kernel();

  /** Performs the step on rows of a bank, which counts what is done. */
  void apply(Bank bank, Rows rows, RandomWords random);

  /** Rows of one block, with the row of noise that serves them. */
  record Rows(int from, int to, int noiseRow) {}
}
