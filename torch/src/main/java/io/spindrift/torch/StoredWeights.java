package io.spindrift.torch;

import io.spindrift.diffusion.safetensors.SafetensorsFile;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Tensors of a foreign network by the names they have in its file. */
final class StoredWeights implements AutoCloseable {
  private static final double NORM_EPSILON = 1e-5;

  private final LibTorch library;
  private final SafetensorsFile stored;
  private final Retained retained = new Retained();
  private final Map<String, Tensor> tensors = new HashMap<>();

  StoredWeights(LibTorch library, SafetensorsFile stored) {
    this.library = library;
    this.stored = stored;
  }

  /** Takes a tensor over, checking shape and values. */
  void require(String name, long... shape) {
    float[] values = StoredFormat.finite(stored, name, shape);
    tensors.put(
        name, library.handle(() -> retained.keep(FlatWeights.floats(values).reshape(shape))));
  }

  /** Convolution without bias where the file has none. */
  Tensor convolve(String name, Tensor x, int stride, int padding) {
    long[] step = {stride, stride};
    long[] border = {padding, padding};
    return WholeBlocks.convolve(x, get(name + ".weight"), optional(name + ".bias"), step, border);
  }

  Tensor dense(String name, Tensor x) {
    return RowByRow.linear(x, get(name + ".weight"), optional(name + ".bias"));
  }

  /** Batch normalisation by the statistics of the training. */
  Tensor normalise(String name, Tensor x) {
    return torch.batch_norm(
        x,
        optional(name + ".weight"),
        optional(name + ".bias"),
        optional(name + ".running_mean"),
        optional(name + ".running_var"),
        false,
        0,
        NORM_EPSILON,
        false);
  }

  private Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalStateException("the tensor " + name + " must be required first");
    }
    return tensor;
  }

  private TensorOptional optional(String name) {
    Tensor tensor = tensors.get(name);
    return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
  }

  @Override
  public void close() {
    retained.close();
  }
}
