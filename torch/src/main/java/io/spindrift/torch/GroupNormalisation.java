package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Normalisation of groups of channels to zero mean and unit variance, then scale and shift.
 *
 * <p>Statistics, scale and shift are fp32 whatever the arithmetic of the activations. Source: Wu
 * and He, "Group normalization", ECCV 2018.
 *
 * @param scale slot of the scale per channel
 * @param shift slot of the shift per channel
 * @param groups number of groups: the largest divisor of the channels up to eight
 */
record GroupNormalisation(int scale, int shift, int groups) {
  private static final int MOST_GROUPS = 8;
  private static final double EPSILON = 1e-5;

  static GroupNormalisation declare(ParameterTable table, String name, int channels) {
    int groups = MOST_GROUPS;
    while (channels % groups != 0) {
      groups--;
    }
    return new GroupNormalisation(
        table.constant(name + ".scale", 1, channels),
        table.constant(name + ".shift", 0, channels),
        groups);
  }

  Tensor apply(Weights weights, Tensor x) {
    return torch.group_norm(
        x,
        groups,
        new TensorOptional(weights.exact(scale)),
        new TensorOptional(weights.exact(shift)),
        EPSILON,
        false);
  }
}
