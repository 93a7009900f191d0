package io.spindrift.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Self-attention among the pixels of an image: x + project(softmax(q k' / sqrt(c)) v).
 *
 * <p>q, k, v are linear in the normalised x, c is the number of channels; there is one head and the
 * projection starts at zero. Source: Vaswani et al., "Attention is all you need", NeurIPS 2017,
 * equation 1; as used by Ho, Jain and Abbeel 2020.
 */
record SelfAttention(
    GroupNormalisation norm, Convolution queries, Convolution projection, int channels) {

  static SelfAttention declare(ParameterTable table, String name, int channels, ScalarType type) {
    return new SelfAttention(
        GroupNormalisation.declare(table, name + ".norm", channels),
        Convolution.declare(table, name + ".queries", channels, 3 * channels, 1, 1, type),
        Convolution.declareZero(table, name + ".projection", channels, channels, 1, type),
        channels);
  }

  Tensor apply(Weights weights, Tensor x) {
    long images = x.size(0);
    long pixels = x.size(2) * x.size(3);
    Tensor three = queries.apply(weights, norm.apply(weights, x)).permute(0, 2, 3, 1);
    TensorVector parts = three.reshape(images, pixels, 3, channels).unbind(2);
    Tensor q = parts.get(0).mul(new Scalar(1 / Math.sqrt(channels)));
    // Plain products: the fused kernel of the library takes three times as long on small images.
    Tensor shares = torch.softmax(torch.bmm(q, parts.get(1).transpose(1, 2)), -1);
    Tensor mixed = torch.bmm(shares, parts.get(2));
    Tensor laid = mixed.reshape(images, x.size(2), x.size(3), channels).permute(0, 3, 1, 2);
    return projection.apply(weights, laid).add_(x);
  }

  long multiplyAccumulates(int height, int width) {
    long pixels = (long) height * width;
    return queries.multiplyAccumulates(height, width)
        + projection.multiplyAccumulates(height, width)
        + 2 * pixels * pixels * channels;
  }
}
