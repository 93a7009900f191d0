package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorBase;
import org.bytedeco.pytorch.TensorTensorHook;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.jspecify.annotations.Nullable;

/**
 * Normalisation of groups of channels to zero mean and unit variance, then scale and shift.
 *
 * <p>Statistics, scale and shift are fp32 whatever the arithmetic of the activations. Source: Wu
 * and He, "Group normalization", ECCV 2018. Values and gradients are computed here, together with
 * the activation that follows: the library's own way with channels side by side has no vectors and
 * took more than half of a training step.
 *
 * @param scale slot of the scale per channel
 * @param shift slot of the shift per channel
 * @param channels number of channels
 * @param groups number of groups: the largest divisor of the channels up to eight
 */
record GroupNormalisation(int scale, int shift, int channels, int groups) {
  private static final int MOST_GROUPS = 8;
  private static final float[] NONE = {};

  static GroupNormalisation declare(ParameterTable table, String name, int channels) {
    int groups = MOST_GROUPS;
    while (channels % groups != 0) {
      groups--;
    }
    return new GroupNormalisation(
        table.constant(name + ".scale", 1, channels),
        table.constant(name + ".shift", 0, channels),
        channels,
        groups);
  }

  /** The normalised x. */
  Tensor apply(Weights weights, Tensor x) {
    return apply(weights, x, null, false);
  }

  /** silu of the normalised x, with silu(z) = z / (1 + e^-z). */
  Tensor applyThenSilu(Weights weights, Tensor x) {
    return apply(weights, x, null, true);
  }

  /**
   * silu of the normalised sum of x and numbers per image and channel.
   *
   * @param added [image, channel], fp32; its gradient is right once that of x has been computed, so
   *     x must depend on it in the graph, if only by {@link Convolution#applyAfter nothing}
   */
  Tensor applyThenSilu(Weights weights, Tensor x, Tensor added) {
    return apply(weights, x, added, true);
  }

  private Tensor apply(Weights weights, Tensor x, @Nullable Tensor added, boolean activated) {
    Tensor laid = x.contiguous(MemoryFormat.ChannelsLast);
    GroupMoments moments =
        new GroupMoments(
            PixelTensor.of(laid),
            groups,
            FlatWeights.read(weights.exact(scale)),
            FlatWeights.read(weights.exact(shift)),
            added == null ? NONE : FlatWeights.read(added.contiguous()),
            activated);
    Tensor values = torch.empty_like(laid.detach());
    moments.apply(PixelTensor.of(values));
    if (!laid.requires_grad()) {
      return values;
    }
    float[] addedSlope = added == null ? NONE : new float[Math.toIntExact(added.numel())];
    // A view passes its gradient on as it is; the hook puts ours in its place.
    Tensor result = laid.view_as(laid);
    result.set_data(values);
    Tensor scaleSlope = weights.exact(scale).grad();
    Tensor shiftSlope = weights.exact(shift).grad();
    result.register_hook(
        new TensorTensorHook() {
          @Override
          public TensorBase call(TensorBase slope) {
            return back(moments, new Tensor(slope), scaleSlope, shiftSlope, addedSlope);
          }
        });
    if (added != null) {
      long[] shape = {added.size(0), added.size(1)};
      added.register_hook(
          new TensorTensorHook() {
            @Override
            public TensorBase call(TensorBase slope) {
              return HostTensor.of(addedSlope, 0, addedSlope.length, shape);
            }
          });
    }
    return result;
  }

  private static TensorBase back(
      GroupMoments moments,
      Tensor slope,
      Tensor scaleSlope,
      Tensor shiftSlope,
      float[] addedSlope) {
    Tensor target = slope.contiguous(MemoryFormat.ChannelsLast).clone();
    float[] scales = FlatWeights.read(scaleSlope);
    float[] shifts = FlatWeights.read(shiftSlope);
    moments.back(PixelTensor.of(target), scales, shifts, addedSlope);
    FlatWeights.write(scales, scaleSlope);
    FlatWeights.write(shifts, shiftSlope);
    return target;
  }
}
