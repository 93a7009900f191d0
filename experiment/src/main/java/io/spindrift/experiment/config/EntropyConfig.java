package io.spindrift.experiment.config;

import io.spindrift.memory.MemoryNoise.Standardisation;
import io.spindrift.numerics.document.Declared;

/**
 * How bits and Gaussian samples are made.
 *
 * @param rows word lines of the array
 * @param columns bit lines of the array
 * @param xorFold coin tosses folded into one bit
 * @param bitsPerSample bits summed into one Gaussian sample
 * @param standardisation constants that turn a count into a sample
 * @param certificateBits bits examined by the certificate
 * @param noiseSamples samples examined
 * @param variationSeed root of the differences between devices
 */
public record EntropyConfig(
    @Declared(says = "Word lines of the array", defaultValue = "256", min = 1, max = 65536)
        int rows,
    @Declared(
            says = "Bit lines of the array, a multiple of 64",
            defaultValue = "256",
            min = 64,
            max = 65536)
        int columns,
    @Declared(
            says = "Coin tosses folded into one bit by exclusive-or, 1 for none",
            defaultValue = "2",
            min = 1,
            max = 64)
        int xorFold,
    @Declared(
            says = "Bits summed into one Gaussian sample",
            defaultValue = "16",
            min = 1,
            max = 4096)
        int bitsPerSample,
    @Declared(
            says = "Constants that turn a count into a sample: fair or calibrated",
            defaultValue = "fair")
        Standardisation standardisation,
    @Declared(
            says = "Bits examined by the certificate",
            defaultValue = "1 M",
            min = 1024,
            max = 1e9)
        int certificateBits,
    @Declared(says = "Gaussian samples examined", defaultValue = "1 M", min = 1000, max = 1e8)
        int noiseSamples,
    @Declared(says = "Root of the differences between devices", defaultValue = "1")
        long variationSeed) {
  /** Checks that a row is made of whole words. */
  public EntropyConfig {
    if (columns % 64 != 0) {
      throw new IllegalArgumentException("columns must be a multiple of 64, but was " + columns);
    }
  }
}
