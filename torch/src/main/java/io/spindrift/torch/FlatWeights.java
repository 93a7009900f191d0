package io.spindrift.torch;

import io.spindrift.torch.ParameterTable.Slot;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Trainable parameters as views of one flat array, their gradients as views of another.
 *
 * <p>Each view is a leaf of the gradient's graph, and its gradient is put in place beforehand, so
 * that back-propagation adds into the flat gradient. Optimiser, clipping, averaging and checkpoint
 * are then a handful of operations on whole arrays.
 */
final class FlatWeights implements Weights, AutoCloseable {
  private final Retained retained = new Retained();
  private final Tensor[] views;
  private final Tensor values;
  private final Tensor gradient;

  FlatWeights(LibTorch library, ParameterTable table, float[] initial) {
    this(library, table, () -> floats(initial));
  }

  private FlatWeights(LibTorch library, ParameterTable table, Supplier<Tensor> source) {
    values = library.handle(() -> retained.keep(source.get()));
    gradient = library.handle(() -> retained.keep(torch.zeros(table.length())));
    views = library.handle(() -> leaves(table));
  }

  /** The same values, of which changes are seen here too, with a gradient of its own. */
  FlatWeights replica(LibTorch library, ParameterTable table) {
    return new FlatWeights(library, table, () -> values);
  }

  private Tensor[] leaves(ParameterTable table) {
    Tensor[] leaves = new Tensor[table.size()];
    for (Slot slot : table.slots()) {
      Tensor leaf = retained.keep(view(values, slot).detach());
      leaf.requires_grad_(true);
      leaf.mutable_grad().put(view(gradient, slot));
      leaves[slot.index()] = leaf;
    }
    return leaves;
  }

  /** A tensor with these values. */
  static Tensor floats(float[] values) {
    Tensor tensor = torch.empty(values.length);
    write(values, tensor);
    return tensor;
  }

  static void write(float[] source, Tensor target) {
    new FloatPointer(target.data_ptr_float()).put(source, 0, source.length);
  }

  static float[] read(Tensor source) {
    return read(source, new float[0]);
  }

  /** The values of a tensor in an array that is used again when it has their number. */
  static float[] read(Tensor source, float[] earlier) {
    int count = Math.toIntExact(source.numel());
    float[] values = earlier.length == count ? earlier : new float[count];
    new FloatPointer(source.data_ptr_float()).get(values, 0, values.length);
    return values;
  }

  static Tensor view(Tensor flat, Slot slot) {
    return flat.narrow(0, slot.offset(), slot.count()).view(slot.sizes());
  }

  Tensor values() {
    return values;
  }

  Tensor gradient() {
    return gradient;
  }

  @Override
  public Tensor in(ScalarType type, int slot) {
    return type == ScalarType.Float ? views[slot] : views[slot].to(type);
  }

  @Override
  public Tensor exact(int slot) {
    return views[slot];
  }

  @Override
  public void close() {
    retained.close();
  }
}
