package io.spindrift.entropy.conditioning;

import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.random.StreamKey;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalDouble;

/**
 * The vetted conditioning component SHA-256: n_in input bits become the first n_out of a digest.
 *
 * <p>The output of an input block with min-entropy h_in has the min-entropy {@link OutputEntropy}
 * at n_w = 256; it counts as full entropy when h_in is at least n_out + 64. The rate is n_out/n_in.
 * The first bit of the input is the most significant of the first byte, and so is the first bit of
 * the output; the digest is FIPS 180-4's.
 *
 * <p>Source: SP 800-90B section 3.1.5.1. A hash adds no entropy: bits of a poor source look perfect
 * afterwards and are not. The predicted law therefore holds only as far as {@link
 * #outputEntropyBits} comes near n_out.
 */
public final class Sha256Conditioner implements Conditioner {
  /** Length of a digest in bits. */
  public static final int DIGEST_BITS = 256;

  /** Longest block of input, in bits. */
  public static final int LONGEST_INPUT_BITS = 1 << 16;

  private final BitSource source;
  private final int inputBits;
  private final int outputBits;

  /**
   * Hashes blocks of {@code inputBits}, a multiple of 64, to {@code outputBits} bits each, at most
   * 256.
   */
  public Sha256Conditioner(BitSource source, int inputBits, int outputBits) {
    this.source = source;
    this.inputBits = Require.inRange("input of the hash", inputBits, 64, LONGEST_INPUT_BITS);
    this.outputBits = Require.inRange("output of the hash", outputBits, 1, DIGEST_BITS);
    if (inputBits % 64 != 0) {
      throw new IllegalArgumentException(
          "input of the hash must be a multiple of 64 bits, but was " + inputBits);
    }
  }

  /**
   * The shortest input that gives full entropy for bits of a known law.
   *
   * @return bits, a multiple of 64; empty when the law is not known or no input that short does
   */
  public static OptionalDouble fullEntropyInputBits(BitLaw input, int outputBits) {
    double needed = outputBits + OutputEntropy.FULL_ENTROPY_MARGIN_BITS;
    for (int length = 64; length <= LONGEST_INPUT_BITS; length += 64) {
      OptionalDouble entropy = input.blockEntropyBits(length);
      if (entropy.isEmpty()) {
        break;
      }
      if (entropy.orElseThrow() >= needed) {
        return OptionalDouble.of(length);
      }
    }
    return OptionalDouble.empty();
  }

  /** Min-entropy of one output block for an input of a known law; empty when it is not known. */
  public OptionalDouble outputEntropyBits(BitLaw input) {
    OptionalDouble entropy = input.blockEntropyBits(inputBits);
    return entropy.isEmpty()
        ? entropy
        : OptionalDouble.of(
            OutputEntropy.bits(inputBits, outputBits, DIGEST_BITS, entropy.orElseThrow()));
  }

  /** Whether the standard grants full entropy to the output for an input of a known law. */
  public boolean isFullEntropy(BitLaw input) {
    OptionalDouble entropy = input.blockEntropyBits(inputBits);
    return entropy.isPresent()
        && entropy.orElseThrow() >= outputBits + OutputEntropy.FULL_ENTROPY_MARGIN_BITS;
  }

  @Override
  public String name() {
    return "SHA-256 of every " + inputBits + " bits of " + source.name();
  }

  @Override
  public Prediction predict(BitLaw input) {
    return new Prediction(
        OptionalDouble.of((double) outputBits / inputBits), BitLaw.independent(0.5));
  }

  @Override
  public void fill(StreamKey key, long[] words, int bitCount) {
    Hash hash = new Hash(inputBits, outputBits);
    new Extraction(this, source, inputBits, 0).fill(hash::extract, key, words, bitCount);
  }

  /** A digest with room for its input and output. */
  private static final class Hash {
    private final int inputBits;
    private final int outputBits;
    private final MessageDigest digest;
    private final ByteBuffer input;
    private final ByteBuffer output = ByteBuffer.allocate(DIGEST_BITS / 8);

    Hash(int inputBits, int outputBits) {
      this.inputBits = inputBits;
      this.outputBits = outputBits;
      this.input = ByteBuffer.allocate(inputBits / 8);
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    void extract(long[] bits, int bitCount, BitAppender target) {
      for (int first = 0; first < bitCount; first += inputBits) {
        input.clear();
        for (int word = first / 64; word < (first + inputBits) / 64; word++) {
          input.putLong(Long.reverse(bits[word]));
        }
        digest.update(input.array());
        try {
          digest.digest(output.array(), 0, DIGEST_BITS / 8);
        } catch (DigestException e) {
          throw new IllegalStateException("a digest of SHA-256 has 32 bytes", e);
        }
        for (int at = 0; at < outputBits; at += 64) {
          int take = Math.min(64, outputBits - at);
          long word = Long.reverse(output.getLong(at / 8));
          target.append(take == 64 ? word : word & ((1L << take) - 1), take);
        }
      }
    }
  }
}
