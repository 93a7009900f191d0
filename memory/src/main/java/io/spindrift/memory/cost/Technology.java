package io.spindrift.memory.cost;

import java.util.OptionalDouble;

/**
 * A published generator of random bits.
 *
 * @param id short name
 * @param name what it is
 * @param figures its energy, area and rate, as far as they are known
 * @param nodeMeters process node, empty where unknown
 * @param ground what the figures rest on
 * @param source where they come from; never blank
 */
public record Technology(
    String id,
    String name,
    CostFigures figures,
    OptionalDouble nodeMeters,
    Ground ground,
    String source) {
  /** Refuses a technology without a source. */
  public Technology {
    if (source.isBlank()) {
      throw new IllegalArgumentException(
          "source of technology " + id + " must say where its figures come from, but is blank");
    }
  }

  /** The kind that the figures are judged by. */
  public PriceKind kind() {
    return ground.kind();
  }

  /** Whether it is what the claim calls conventional hardware: measured in silicon throughout. */
  public boolean isConventional() {
    return kind() == PriceKind.MEASURED_SILICON;
  }
}
