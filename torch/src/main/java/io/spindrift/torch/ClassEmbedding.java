package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * Classes as vectors that are added to the embedded time, one more for images without a class.
 *
 * <p>They start uniform in [-1, 1], so that classes differ from the first step.
 *
 * @param vectors slot of the vectors [width, classes + 1]
 * @param classes number of classes
 */
record ClassEmbedding(int vectors, int classes) {
  static ClassEmbedding declare(ParameterTable table, String name, int classes, int width) {
    return new ClassEmbedding(table.weight(name + ".vectors", 1, width, classes + 1), classes);
  }

  /** The vectors [batch, width] of labels [batch]; a label outside the classes means none. */
  Tensor apply(Weights weights, int[] labels) {
    float[] chosen = new float[labels.length * (classes + 1)];
    for (int n = 0; n < labels.length; n++) {
      boolean known = labels[n] >= 0 && labels[n] < classes;
      chosen[n * (classes + 1) + (known ? labels[n] : classes)] = 1;
    }
    Tensor rows = HostTensor.of(chosen, 0, chosen.length, labels.length, classes + 1);
    return RowByRow.linear(rows, weights.exact(vectors), new TensorOptional());
  }
}
