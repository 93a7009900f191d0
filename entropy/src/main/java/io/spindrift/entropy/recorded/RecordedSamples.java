package io.spindrift.entropy.recorded;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.ByteFile;
import io.spindrift.numerics.file.NpyHeader;
import io.spindrift.numerics.progress.Progress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A file of recorded samples, streamed in blocks of float32; float64 elements are rounded to it.
 *
 * @param file where the samples are, gzip or plain
 * @param format how they are laid out
 */
public record RecordedSamples(Path file, SampleFormat format) {
  private static final int BLOCK_SAMPLES = 1 << 16;

  /** The layout that the first bytes of a file tell. */
  public static SampleFormat likelyFormat(Path file) {
    byte[] magic = NpyHeader.magic();
    return Arrays.equals(ByteFile.beginning(file, magic.length), magic)
        ? SampleFormat.NPY
        : SampleFormat.FLOAT32;
  }

  /**
   * Hands all samples to {@code sink}, block by block in their order; a block is the sink's to
   * keep.
   *
   * @return how many there were
   * @throws UnusableInput when the file is truncated, holds elements of another type, or a sample
   *     is not finite
   */
  public long forEachBlock(Consumer<float[]> sink, Progress progress) {
    try (ByteFile in = ByteFile.open(file)) {
      return switch (format) {
        case NPY -> npy(in, sink, progress);
        case FLOAT32 -> bare(in, sink, progress);
      };
    }
  }

  private long npy(ByteFile in, Consumer<float[]> sink, Progress progress) {
    NpyHeader header = NpyHeader.read(in);
    if (!header.type().startsWith("f")) {
      throw new UnusableInput(file + " must hold float32 or float64 elements, but holds uint8");
    }
    long count = 1;
    try {
      for (long axis : header.shape()) {
        count = Math.multiplyExact(count, axis);
      }
    } catch (ArithmeticException e) {
      throw new UnusableInput(file + " must hold its elements, but claims " + header.shape(), e);
    }
    int size = header.elementBytes();
    try (Progress.Task task = progress.begin("reading", count, "samples")) {
      for (long done = 0; done < count; ) {
        progress.checkStopped();
        int wanted = (int) Math.min(BLOCK_SAMPLES, count - done);
        byte[] bytes = in.upTo(wanted * size);
        if (bytes.length < wanted * size) {
          throw new UnusableInput(
              file
                  + " must hold "
                  + count
                  + " samples, but ends after "
                  + (done + bytes.length / size)
                  + "; a complete file is needed");
        }
        sink.accept(finite(floats(bytes, header.order(), size), done));
        done += wanted;
        task.advance(wanted);
      }
    }
    in.end("the elements of shape " + header.shape());
    return count;
  }

  private long bare(ByteFile in, Consumer<float[]> sink, Progress progress) {
    long done = 0;
    try (Progress.Task task = progress.begin("reading", 0, "samples")) {
      while (true) {
        progress.checkStopped();
        byte[] bytes = in.upTo(BLOCK_SAMPLES * Float.BYTES);
        if (bytes.length % Float.BYTES != 0) {
          throw new UnusableInput(
              file
                  + " must hold float32 numbers of four bytes, but ends with "
                  + bytes.length % Float.BYTES
                  + " more after "
                  + (done + bytes.length / 4));
        }
        if (bytes.length == 0) {
          return done;
        }
        float[] block = floats(bytes, ByteOrder.LITTLE_ENDIAN, Float.BYTES);
        sink.accept(finite(block, done));
        done += block.length;
        task.advance(block.length);
      }
    }
  }

  private static float[] floats(byte[] bytes, ByteOrder order, int size) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    float[] block = new float[bytes.length / size];
    if (size == Float.BYTES) {
      buffer.asFloatBuffer().get(block);
    } else {
      for (int i = 0; i < block.length; i++) {
        block[i] = (float) buffer.getDouble();
      }
    }
    return block;
  }

  private float[] finite(float[] block, long before) {
    for (int i = 0; i < block.length; i++) {
      if (!Float.isFinite(block[i])) {
        throw new UnusableInput(
            file
                + " must hold finite float32 samples, but sample "
                + (before + i)
                + " is "
                + block[i]);
      }
    }
    return block;
  }
}
