package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * Fully connected layer y = W x + b in fp32 over [batch, in].
 *
 * @param weight slot of W [out, in]
 * @param bias slot of b [out]
 * @param in values in
 * @param out values out
 */
record Dense(int weight, int bias, int in, int out) {
  static Dense declare(ParameterTable table, String name, int in, int out) {
    return new Dense(
        table.weight(name + ".weight", in, out, in),
        table.constant(name + ".bias", 0, out),
        in,
        out);
  }

  Tensor apply(Weights weights, Tensor x) {
    return RowByRow.linear(x, weights.exact(weight), new TensorOptional(weights.exact(bias)));
  }

  long multiplyAccumulates() {
    return (long) in * out;
  }
}
