package io.spindrift.numerics.document;

import io.spindrift.numerics.UnusableInput;
import java.util.List;
import java.util.stream.Collectors;

/** What came of binding a document: a value with its provenance, or all problems together. */
public sealed interface BindResult<T> {
  /** The problems; empty when the document could be bound. */
  default List<Problem> problems() {
    return List.of();
  }

  /** Where values come from; empty when the document could not be bound. */
  default List<Provenance> provenance() {
    return List.of();
  }

  /**
   * The bound value.
   *
   * @throws UnusableInput with every problem, one a line, when there is none
   */
  T orThrow();

  /** A document that was bound. */
  record Bound<T>(T value, List<Provenance> provenance) implements BindResult<T> {
    @Override
    public T orThrow() {
      return value;
    }
  }

  /** A document that was refused; {@code origin} is the file or preset it came from. */
  record Refused<T>(String origin, List<Problem> problems) implements BindResult<T> {
    @Override
    public T orThrow() {
      if (problems.size() == 1) {
        throw new UnusableInput(origin + ": " + problems.getFirst().sentence());
      }
      throw new UnusableInput(
          problems.stream()
              .map(problem -> "  " + problem.sentence())
              .collect(
                  Collectors.joining(
                      "\n", origin + " has " + problems.size() + " problems:\n", "")));
    }
  }
}
