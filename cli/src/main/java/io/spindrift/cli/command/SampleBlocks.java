package io.spindrift.cli.command;

import io.spindrift.entropy.GaussianSource;
import io.spindrift.entropy.gaussian.SampleMoments;
import io.spindrift.numerics.bench.CpuClock;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.file.NpyHeader;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Gaussian samples drawn in blocks keyed by their number and written as a NumPy array of floats.
 *
 * @param source where the samples come from
 * @param key root of all blocks
 * @param count how many samples
 */
record SampleBlocks(GaussianSource source, StreamKey key, long count) {
  private static final int BLOCK = 1 << 18;

  /**
   * What was written.
   *
   * @param moments measured moments
   * @param histogram where the samples lie
   * @param cpuSeconds processor time of the drawing alone, all threads together
   */
  record Written(SampleMoments moments, SampleHistogram histogram, double cpuSeconds) {}

  /** One block with what was measured of it. */
  private static final class Block {
    final float[] samples = new float[BLOCK];
    final ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    int length;
    double cpuSeconds;
    SampleMoments moments = SampleMoments.NONE;
    final SampleHistogram histogram = new SampleHistogram();
  }

  /** Writes all samples; the file appears whole or not at all. */
  Written write(Path target, Workers workers, Progress progress) {
    Written[] written = new Written[1];
    AtomicFile.write(
        target,
        beside -> {
          try (OutputStream out = Files.newOutputStream(beside)) {
            out.write(new NpyHeader("f4", ByteOrder.LITTLE_ENDIAN, List.of(count)).bytes());
            written[0] = write(out, workers, progress);
          }
        });
    return written[0];
  }

  private Written write(OutputStream out, Workers workers, Progress progress) throws IOException {
    Block[] round = new Block[workers.threads()];
    for (int i = 0; i < round.length; i++) {
      round[i] = new Block();
    }
    SampleMoments moments = SampleMoments.NONE;
    SampleHistogram histogram = new SampleHistogram();
    double cpuSeconds = 0;
    long blocks = Math.ceilDiv(count, BLOCK);
    try (Progress.Task task = progress.begin("drawing samples", count, "samples")) {
      for (long first = 0; first < blocks; first += round.length) {
        progress.checkStopped();
        long start = first;
        int now = (int) Math.min(round.length, blocks - first);
        workers.forEach(now, i -> draw(round[i], start + i));
        for (int i = 0; i < now; i++) {
          out.write(round[i].bytes.array(), 0, Float.BYTES * round[i].length);
          moments = moments.plus(round[i].moments);
          histogram.add(round[i].histogram);
          cpuSeconds += round[i].cpuSeconds;
          task.advance(round[i].length);
        }
      }
    }
    return new Written(moments, histogram, cpuSeconds);
  }

  private void draw(Block block, long number) {
    block.length = (int) Math.min(BLOCK, count - number * BLOCK);
    double before = CpuClock.threadSeconds();
    source.fill(key.at(number), block.samples, 0, block.length);
    block.cpuSeconds = CpuClock.threadSeconds() - before;
    block.moments = SampleMoments.of(block.samples, block.length);
    block.histogram.clear();
    block.histogram.add(block.samples, block.length);
    block.bytes.asFloatBuffer().put(block.samples, 0, block.length);
  }
}
