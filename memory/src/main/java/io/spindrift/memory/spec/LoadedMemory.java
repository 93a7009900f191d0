package io.spindrift.memory.spec;

import io.spindrift.numerics.document.Provenance;
import java.util.List;

/**
 * A memory with where its numbers come from.
 *
 * @param origin preset or file
 * @param spec the memory
 * @param provenance source and note of every value that states one
 */
public record LoadedMemory(String origin, MemorySpec spec, List<Provenance> provenance) {
  /** Copies the list. */
  public LoadedMemory {
    provenance = List.copyOf(provenance);
  }
}
