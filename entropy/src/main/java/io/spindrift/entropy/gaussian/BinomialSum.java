package io.spindrift.entropy.gaussian;

import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.util.Objects;

/**
 * Gaussian samples as standardised sums of n bits: x = (K - centre) / scale, K the count of ones.
 *
 * <p>Two standardisations. Fair: centre n/2, scale sqrt(n)/2, what a counter with fixed constants
 * does; a biased source then shifts the mean. Calibrated: centre n p, scale sqrt(n p (1-p)) with
 * the known or measured p of the source. Exact moments and reach: {@link #lattice}.
 *
 * <p>A block is drawn in chunks of at most {@code max(64, 65536 / n)} samples; chunk j takes the
 * bits of {@code key.at(j)}, so a shorter block is the beginning of a longer one.
 */
public final class BinomialSum implements StatedGaussian {
  private static final int CHUNK_BITS = 1 << 16;

  private final BitSource source;
  private final BinomialLattice lattice;
  private final boolean calibrated;
  private final float[] value;

  private BinomialSum(BitSource source, BinomialLattice lattice, boolean calibrated) {
    this(source, lattice, calibrated, values(lattice));
  }

  private BinomialSum(
      BitSource source, BinomialLattice lattice, boolean calibrated, float[] value) {
    this.source = source;
    this.lattice = lattice;
    this.calibrated = calibrated;
    this.value = value;
  }

  private static float[] values(BinomialLattice lattice) {
    float[] value = new float[lattice.bits() + 1];
    for (int ones = 0; ones < value.length; ones++) {
      value[ones] = (float) lattice.value(ones);
    }
    return value;
  }

  /** Sums of {@code bits} bits (1 to 4096) taken to be fair. */
  public static BinomialSum fair(BitSource source, int bits) {
    return new BinomialSum(source, BinomialLattice.fair(bits), false);
  }

  /** Sums of {@code bits} bits (1 to 4096) standardised for P(1) = {@code probability}. */
  public static BinomialSum calibrated(BitSource source, int bits, double probability) {
    double variance = bits * probability * (1 - probability);
    return new BinomialSum(
        source,
        new BinomialLattice(bits, probability, bits * probability, Math.sqrt(variance)),
        true);
  }

  @Override
  public BinomialSum over(BitSource other) {
    return new BinomialSum(other, lattice, calibrated, value);
  }

  /** Samples of {@code bits} bits that are made of one block of the source; the next take more. */
  public static int samplesPerChunk(int bits) {
    return Math.max(64, CHUNK_BITS / Require.inRange("bits per sample", bits, 1, 4096));
  }

  /** Bits in one sample. */
  public int bitsPerSample() {
    return lattice.bits();
  }

  /** The exact distribution of the samples when the bits are what the standardisation assumes. */
  public BinomialLattice lattice() {
    return lattice;
  }

  /** The exact distribution of the samples when every bit has P(1) = {@code probability}. */
  public BinomialLattice lattice(double probability) {
    return new BinomialLattice(lattice.bits(), probability, lattice.centre(), lattice.scale());
  }

  @Override
  public String name() {
    return (calibrated ? "calibrated sum of " : "sum of ")
        + lattice.bits()
        + " bits of "
        + source.name();
  }

  @Override
  public BinomialLattice law() {
    return lattice;
  }

  @Override
  public void fill(StreamKey key, float[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    int bits = lattice.bits();
    int chunk = samplesPerChunk(bits);
    long[] words = new long[PackedBits.words(Math.min(length, chunk) * bits)];
    for (int done = 0, j = 0; done < length; done += chunk, j++) {
      int samples = Math.min(chunk, length - done);
      source.fill(key.at(j), words, samples * bits);
      SliceCounts.lookUp(words, bits, samples, value, target, offset + done);
    }
  }

  /** Bits drawn for a block of {@code samples} samples. */
  public long bitsFor(int samples) {
    return (long) Require.atLeast("samples", samples, 0) * lattice.bits();
  }
}
