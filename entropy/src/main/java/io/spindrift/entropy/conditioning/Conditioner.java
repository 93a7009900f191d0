package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;

/**
 * Fewer but better bits, drawn from another source.
 *
 * <p>A conditioner keeps the contract of a {@link BitSource}: a block has exactly the bits that
 * were asked for and depends on its key alone. One that gives a varying number of bits draws input
 * in parts, keyed by their number, until the block is full; what the last part yields beyond that
 * is dropped. A source that yields almost nothing is refused rather than drawn from for ever.
 */
public interface Conditioner extends BitSource {
  /** Output rate and law of the output for an input whose law is stated. */
  Prediction predict(BitLaw input);
}
