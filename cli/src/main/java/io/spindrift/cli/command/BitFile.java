package io.spindrift.cli.command;

import io.spindrift.cli.command.BitFormat.BitPlace;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.PackedBits;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * A file of random bits, drawn in blocks keyed by their number.
 *
 * @param source where the bits come from
 * @param format how they are laid out
 * @param first which bit of a packed byte comes first
 */
record BitFile(BitSource source, BitFormat format, BitPlace first) {
  private static final int BLOCK_BITS = 1 << 20;

  /** Blocks that each thread draws before they are written: less waiting for the slowest. */
  private static final int BLOCKS_PER_THREAD = 4;

  /** Writes {@code bits} bits and returns the number of ones among them. */
  long write(Path target, StreamKey key, long bits, Workers workers, Progress progress) {
    long[] ones = new long[1];
    AtomicFile.write(
        target,
        beside -> {
          try (OutputStream out = Files.newOutputStream(beside)) {
            ones[0] = write(out, key, bits, workers, progress);
          }
        });
    return ones[0];
  }

  private long write(OutputStream out, StreamKey key, long bits, Workers workers, Progress progress)
      throws IOException {
    long blocks = Math.ceilDiv(bits, BLOCK_BITS);
    Block[] slots =
        IntStream.range(0, (int) Math.min(BLOCKS_PER_THREAD * (long) workers.threads(), blocks))
            .mapToObj(i -> new Block(new long[BLOCK_BITS / 64], format))
            .toArray(Block[]::new);
    long ones = 0;
    try (Progress.Task task = progress.begin("drawing bits", bits, "bits")) {
      for (long start = 0; start < blocks; start += slots.length) {
        progress.checkStopped();
        long before = start;
        int round = (int) Math.min(slots.length, blocks - start);
        workers.forEach(
            round,
            i -> slots[i].draw(this, key.at(before + i), length(before + i, bits), progress));
        for (int i = 0; i < round; i++) {
          int length = length(start + i, bits);
          out.write(slots[i].encoded, 0, format.bytes(length));
          ones += slots[i].ones;
          task.advance(length);
        }
      }
    }
    return ones;
  }

  private static int length(long block, long bits) {
    return (int) Math.min(BLOCK_BITS, bits - block * BLOCK_BITS);
  }

  /** Room for one block, used again and again. */
  private static final class Block {
    private final long[] words;
    private final byte[] encoded;
    private int ones;

    Block(long[] words, BitFormat format) {
      this.words = words;
      this.encoded = new byte[format.room(words.length)];
    }

    void draw(BitFile file, StreamKey key, int length, Progress progress) {
      progress.checkStopped();
      file.source.fill(key, words, length);
      int count = PackedBits.words(length);
      ones = 0;
      for (int i = 0; i < count; i++) {
        ones += Long.bitCount(words[i]);
      }
      file.format.encode(words, count, file.first, encoded);
    }
  }
}
