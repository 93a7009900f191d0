package io.spindrift.diffusion.training;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.process.GaussianDiffusion;
import io.spindrift.numerics.random.RandomStream;

/**
 * Makes the batch of any training step, always the same one.
 *
 * <p>Place i of step s has the position p = s * batch + i. Its image and its diffusion step are
 * drawn uniformly from the stream of p, its noise is that of (training, p, s). Images are neither
 * turned nor mirrored.
 */
public final class BatchMaker {
  static final String PURPOSE = "training";

  private final TrainingPlan plan;
  private final ImageSet images;
  private final NoiseSource noise;
  private final GaussianDiffusion diffusion;

  /** Makes batches from images and noise. */
  public BatchMaker(TrainingPlan plan, ImageSet images, NoiseSource noise) {
    this.plan = plan;
    this.images = images;
    this.noise = noise;
    this.diffusion = new GaussianDiffusion(plan.schedule());
  }

  /** The batch of a training step. */
  public TrainingBatch at(long step) {
    int size = images.shape().size();
    int batch = plan.batch();
    byte[] pixels = new byte[size];
    float[] noisy = new float[batch * size];
    float[] added = new float[batch * size];
    int[] timesteps = new int[batch];
    for (int i = 0; i < batch; i++) {
      long position = step * batch + i;
      RandomStream random = plan.key().purpose("training/batch").at(position).open();
      images.read(random.nextInt(images.count()), pixels, 0);
      timesteps[i] = random.nextInt(plan.schedule().steps());
      plan.pixels().toNumbers(pixels, 0, images.shape(), noisy, i * size);
      noise.fill(PURPOSE, position, step, added, i * size, size);
      diffusion.addNoise(noisy, added, noisy, i * size, size, timesteps[i]);
    }
    return new TrainingBatch(step, noisy, timesteps, added);
  }
}
