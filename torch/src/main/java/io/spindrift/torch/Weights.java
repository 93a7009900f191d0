package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The values of a network's parameters, by their place in its {@link ParameterTable}. */
interface Weights {
  /** The parameter in the arithmetic in which the layer computes. */
  Tensor in(ScalarType type, int slot);

  /** The parameter as it is kept, in fp32. */
  Tensor exact(int slot);
}
