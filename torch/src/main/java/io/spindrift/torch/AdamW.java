package io.spindrift.torch;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam with decoupled weight decay on flat arrays.
 *
 * <p>With gradient g, step n and rate r: m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; p = p - r
 * (d p + (m / (1 - b1^n)) / (sqrt(v / (1 - b2^n)) + epsilon)), d the weight decay where the mask is
 * one. Source: Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019, algorithm
 * 2; b1 = 0.9, b2 = 0.999, epsilon = 1e-8.
 */
final class AdamW implements AutoCloseable {
  private static final double B1 = 0.9;
  private static final double B2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Retained retained = new Retained();
  private final Tensor mask;
  private final Tensor mean;
  private final Tensor square;

  AdamW(LibTorch library, float[] decayMask) {
    mask = library.handle(() -> retained.keep(FlatWeights.floats(decayMask)));
    mean = library.handle(() -> retained.keep(torch.zeros(decayMask.length)));
    square = library.handle(() -> retained.keep(torch.zeros(decayMask.length)));
  }

  /** First moment m. */
  Tensor mean() {
    return mean;
  }

  /** Second moment v. */
  Tensor square() {
    return square;
  }

  /**
   * Changes parameters by one step.
   *
   * @param number number of this step, from 1
   */
  void step(Tensor parameters, Tensor gradient, long number, double rate, double decay) {
    mean.lerp_(gradient, new Scalar(1 - B1));
    square.mul_(new Scalar(B2)).addcmul_(gradient, gradient, new Scalar(1 - B2));
    double meanBias = 1 - Math.pow(B1, number);
    double squareBias = 1 - Math.pow(B2, number);
    if (decay > 0) {
      parameters.addcmul_(parameters, mask, new Scalar(-rate * decay));
    }
    Tensor root = square.sqrt().div_(new Scalar(Math.sqrt(squareBias)));
    root.add_(new Scalar(EPSILON));
    parameters.addcdiv_(mean, root, new Scalar(-rate / meanBias));
  }

  @Override
  public void close() {
    retained.close();
  }
}
