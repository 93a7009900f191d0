package io.spindrift.cli.command;

import io.spindrift.entropy.BitSource;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of random bits, drawn in blocks keyed by their number.
 *
 * @param source where the bits come from
 * @param format how they are laid out
 */
record BitFile(BitSource source, BitFormat format) {
  private static final int BLOCK_BITS = 1 << 20;

  /** Writes {@code bits} bits and returns the number of ones among them. */
  long write(Path target, StreamKey key, long bits, Workers workers, Progress progress) {
    long[] ones = new long[1];
    AtomicFile.write(
        target,
        beside -> {
          try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
            ones[0] = write(out, key, bits, workers, progress);
          }
        });
    return ones[0];
  }

  private long write(OutputStream out, StreamKey key, long bits, Workers workers, Progress progress)
      throws IOException {
    long blocks = Math.ceilDiv(bits, BLOCK_BITS);
    long[] @Nullable [] drawn = new long[workers.threads()][];
    long ones = 0;
    try (Progress.Task task = progress.begin("drawing bits", bits, "bits")) {
      for (long first = 0; first < blocks; first += workers.threads()) {
        progress.checkStopped();
        long start = first;
        int round = (int) Math.min(workers.threads(), blocks - first);
        workers.forEach(
            round,
            i -> {
              long[] words = new long[BLOCK_BITS / 64];
              source.fill(key.at(start + i), words, length(start + i, bits));
              drawn[i] = words;
            });
        for (int i = 0; i < round; i++) {
          long[] words = java.util.Objects.requireNonNull(drawn[i]);
          int length = length(start + i, bits);
          format.write(words, length, out);
          for (long word : words) {
            ones += Long.bitCount(word);
          }
          task.advance(length);
        }
      }
    }
    return ones;
  }

  private static int length(long block, long bits) {
    return (int) Math.min(BLOCK_BITS, bits - block * BLOCK_BITS);
  }
}
