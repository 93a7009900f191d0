package io.spindrift.diffusion.bits;

import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.noise.ChanceSource;
import io.spindrift.diffusion.training.Lessons;
import io.spindrift.diffusion.training.TrainingPlace;
import io.spindrift.diffusion.training.TrainingPlan;
import io.spindrift.memory.process.TwoStateKernel;

/**
 * Batches of images whose bits have flipped.
 *
 * <p>Place i of step s has the position p = s * batch + i. Its image, its diffusion step t of 1 to
 * T and whether its class is told are drawn from the stream of p. Each bit flips once by the kernel
 * from x_0 to x_t of its plane, by a number of (training, p, s). The network sees bits as -1 and 1,
 * whose mean square is 1, is told t - 1, and answers log(P(x_0 = 1 | x_t) / P(x_0 = 0 | x_t)) for
 * each bit; the target is x_0 itself. Images are neither turned nor mirrored.
 */
public final class BitFlipLessons implements Lessons {
  private static final String PURPOSE = "training";

  private final TrainingPlan plan;
  private final FlipChain chain;
  private final BitImages form;
  private final ImageSet images;
  private final ChanceSource chance;

  /**
   * Makes batches from images and chance.
   *
   * @param plan which images and how many
   * @param chain how bits flip, with as many planes as the form
   * @param form how images are written in bits
   * @param images images to learn
   * @param chance what decides the flips
   */
  public BitFlipLessons(
      TrainingPlan plan, FlipChain chain, BitImages form, ImageSet images, ChanceSource chance) {
    BitGenerator.requirePlanes(chain, form);
    this.plan = plan;
    this.chain = chain;
    this.form = form;
    this.images = images;
    this.chance = chance;
  }

  @Override
  public TrainingBatch at(long step) {
    int size = form.shape().size();
    int batch = plan.batch();
    byte[] pixels = new byte[form.pixels().size()];
    byte[] bits = new byte[size];
    int[] numbers = new int[size];
    float[] noisy = new float[batch * size];
    float[] target = new float[batch * size];
    float[] timesteps = new float[batch];
    float[] weights = new float[batch];
    int[] labels = new int[batch];
    for (int i = 0; i < batch; i++) {
      long position = step * batch + i;
      TrainingPlace place = plan.place(images, chain.steps(), position);
      int t = 1 + place.step();
      labels[i] = place.label();
      timesteps[i] = place.step();
      weights[i] = 1;
      images.read(place.image(), pixels, 0);
      form.toBits(pixels, bits, 0);
      chance.fill(PURPOSE, position, step, numbers, 0, size);
      flip(bits, numbers, t, noisy, i * size);
      for (int bit = 0; bit < size; bit++) {
        target[i * size + bit] = bits[bit];
      }
    }
    return new TrainingBatch(step, noisy, timesteps, labels, target, weights);
  }

  private void flip(byte[] bits, int[] numbers, int t, float[] noisy, int offset) {
    int size = form.planeSize();
    for (int from = 0; from < bits.length; from += size) {
      TwoStateKernel kernel = chain.marginal(t, form.plane(from));
      long ofZero = chance.threshold(kernel.fromZero());
      long ofOne = chance.threshold(kernel.fromOne());
      for (int i = from; i < from + size; i++) {
        boolean one = bits[i] == 1;
        boolean flips = Integer.toUnsignedLong(numbers[i]) < (one ? ofOne : ofZero);
        noisy[offset + i] = one != flips ? 1 : -1;
      }
    }
  }
}
