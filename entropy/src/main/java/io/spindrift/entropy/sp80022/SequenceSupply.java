package io.spindrift.entropy.sp80022;

import io.spindrift.entropy.BitSequence;
import java.util.Optional;

/** Where the sequences of a run of the suite come from, one after another. */
@FunctionalInterface
public interface SequenceSupply {
  /** The next sequence, or nothing at the end; called by one thread at a time. */
  Optional<BitSequence> next();
}
