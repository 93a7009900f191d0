package io.spindrift.memory.cost;

import java.util.OptionalDouble;

/**
 * The run beside one technology under one reading.
 *
 * @param technology what the run is compared with
 * @param scope how much of the run's hardware is included
 * @param reading what is compared
 * @param runValue value of the run in the reading's unit
 * @param technologyValue value of the technology in the reading's unit
 * @param advantage how many times better the run is; below 1 it is worse
 * @param claim what becomes of the paper's claim
 */
public record Comparison(
    Technology technology,
    Scope scope,
    Reading reading,
    OptionalDouble runValue,
    OptionalDouble technologyValue,
    OptionalDouble advantage,
    Claim claim) {
  static Comparison of(Technology technology, Scope scope, Reading reading, CostFigures run) {
    OptionalDouble advantage = reading.advantage(run, technology.figures());
    return new Comparison(
        technology,
        scope,
        reading,
        reading.of(run),
        reading.of(technology.figures()),
        advantage,
        Claim.of(advantage));
  }
}
