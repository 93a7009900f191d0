package io.spindrift.entropy.certificate;

import io.spindrift.entropy.BitSequence;

/**
 * What the plots of a bit certificate show: run lengths, autocorrelation and spectrum of the first
 * bits.
 *
 * <p>No part of the verdict. At most {@link #MOST_BITS} bits are looked at, so that the portrait of
 * a long file costs no more than a second.
 */
public final class BitPortrait {
  /** Most bits that are looked at. */
  public static final long MOST_BITS = 1L << 24;

  /** Largest lag of the autocorrelation. */
  public static final int LAGS = 128;

  private final RunLengths runs = new RunLengths();
  private final AutocorrelationFunction autocorrelation = new AutocorrelationFunction(LAGS);
  private final Periodogram spectrum = new Periodogram();
  private long ones;

  /** Adds the next sequence; ignored once enough bits were seen. */
  public void add(BitSequence sequence) {
    if (bits() >= MOST_BITS) {
      return;
    }
    runs.add(sequence);
    autocorrelation.add(sequence);
    spectrum.add(sequence);
    ones += sequence.ones();
  }

  /** Bits looked at. */
  public long bits() {
    return runs.bits();
  }

  /** Ones among them. */
  public long ones() {
    return ones;
  }

  /** The run lengths. */
  public RunLengths runs() {
    return runs;
  }

  /** The autocorrelation. */
  public AutocorrelationFunction autocorrelation() {
    return autocorrelation;
  }

  /** The spectrum. */
  public Periodogram spectrum() {
    return spectrum;
  }
}
