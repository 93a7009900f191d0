package io.spindrift.torch;

import io.spindrift.torch.ParameterTable.Slot;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Parameters that no longer change, kept in fp32 and once more in the arithmetic of the layers. */
final class FixedWeights implements Weights, AutoCloseable {
  private final Retained retained = new Retained();
  private final Tensor[] exact;
  private final Tensor[] rounded;

  /** Copies {@code values}. */
  FixedWeights(LibTorch library, ParameterTable table, float[] values) {
    exact = new Tensor[table.size()];
    rounded = new Tensor[table.size()];
    library.handle(() -> {
      Tensor flat = retained.keep(FlatWeights.floats(values));
      Tensor narrow = retained.keep(flat.to(library.working()));
      for (Slot slot : table.slots()) {
        exact[slot.index()] = retained.keep(FlatWeights.view(flat, slot));
        rounded[slot.index()] = retained.keep(FlatWeights.view(narrow, slot));
      }
    });
  }

  @Override
  public Tensor in(ScalarType type, int slot) {
    return type == ScalarType.Float ? exact[slot] : rounded[slot];
  }

  @Override
  public Tensor exact(int slot) {
    return exact[slot];
  }

  @Override
  public void close() {
    retained.close();
  }
}
