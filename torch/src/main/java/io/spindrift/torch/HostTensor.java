package io.spindrift.torch;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A reusable fp32 tensor [rows, ...] through which arrays enter and leave the library. */
final class HostTensor implements AutoCloseable {
  private final LibTorch library;
  private final long[] rowShape;
  private final int rowLength;
  private Retained retained = new Retained();
  private Tensor tensor;
  private FloatPointer memory;
  private int rows;

  /** Makes room for {@code rows} rows, more when a call needs more. */
  HostTensor(LibTorch library, int rows, long... rowShape) {
    this.library = library;
    this.rowShape = rowShape;
    this.rowLength = (int) Arrays.stream(rowShape).reduce(1, Math::multiplyExact);
    this.rows = rows;
    this.tensor = library.handle(this::allocate);
    this.memory = pointer();
  }

  /** Copies rows in and returns the tensor [count, ...]; call within a frame of the library. */
  Tensor write(float[] source, int fromRow, int count) {
    if (count > rows) {
      retained.close();
      retained = new Retained();
      rows = count;
      tensor = library.handle(this::allocate);
      memory = pointer();
    }
    memory.position(0).put(source, fromRow * rowLength, count * rowLength);
    return count == rows ? tensor : tensor.narrow(0, 0, count);
  }

  /** Copies the first rows of {@code result} out. */
  static void read(Tensor result, float[] target, int offset, int length) {
    new FloatPointer(result.contiguous().data_ptr_float()).get(target, offset, length);
  }

  private FloatPointer pointer() {
    return library.handle(() -> retained.keep(new FloatPointer(tensor.data_ptr_float())));
  }

  private Tensor allocate() {
    long[] sizes = new long[rowShape.length + 1];
    sizes[0] = rows;
    System.arraycopy(rowShape, 0, sizes, 1, rowShape.length);
    return retained.keep(torch.zeros(sizes));
  }

  @Override
  public void close() {
    retained.close();
  }
}
