package io.spindrift.torch;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Self-attention among the pixels of an image: x + project(softmax(q k' / sqrt(d)) v).
 *
 * <p>q, k, v are linear in the normalised x; the projection starts at zero. Source: Vaswani et al.,
 * "Attention is all you need", NeurIPS 2017, equation 1; as used by Ho, Jain and Abbeel 2020.
 *
 * @param heads number of heads, each of width d
 */
record SelfAttention(
    GroupNormalisation norm, Convolution queries, Convolution projection, int channels, int heads) {
  private static final int HEAD_WIDTH = 32;

  static SelfAttention declare(ParameterTable table, String name, int channels, ScalarType type) {
    return new SelfAttention(
        GroupNormalisation.declare(table, name + ".norm", channels),
        Convolution.declare(table, name + ".queries", channels, 3 * channels, 1, 1, type),
        Convolution.declareZero(table, name + ".projection", channels, channels, 1, type),
        channels,
        channels % HEAD_WIDTH == 0 ? channels / HEAD_WIDTH : 1);
  }

  Tensor apply(Weights weights, Tensor x) {
    long batch = x.size(0);
    long height = x.size(2);
    long width = x.size(3);
    long pixels = height * width;
    TensorVector parts =
        queries
            .apply(weights, norm.apply(weights, x))
            .reshape(batch, 3, heads, channels / heads, pixels)
            .transpose(3, 4)
            .unbind(1);
    Tensor mixed = torch.scaled_dot_product_attention(parts.get(0), parts.get(1), parts.get(2));
    // Without the copy the layout of the attention would spread: convolutions keep what they get,
    // and this one slows them down.
    Tensor image = mixed.transpose(2, 3).contiguous().view(batch, channels, height, width);
    return projection.apply(weights, image).add_(x);
  }

  long multiplyAccumulates(int height, int width) {
    long pixels = (long) height * width;
    return queries.multiplyAccumulates(height, width)
        + projection.multiplyAccumulates(height, width)
        + 2 * pixels * pixels * channels;
  }
}
