package io.spindrift.diffusion.training;

import io.spindrift.diffusion.NoiseSource;
import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.process.GaussianDiffusion;
import io.spindrift.diffusion.process.GaussianObjective;
import io.spindrift.diffusion.process.NoiseSchedule;
import io.spindrift.diffusion.process.Target;

/**
 * Batches of images with Gaussian noise.
 *
 * <p>Place i of step s has the position p = s * batch + i. Its image, its diffusion step and
 * whether its class is told are drawn from the stream of p, its noise is that of (training, p, s).
 * Images are neither turned nor mirrored.
 */
public final class GaussianLessons implements Lessons {
  static final String PURPOSE = "training";

  private final TrainingPlan plan;
  private final GaussianObjective objective;
  private final ImageSet images;
  private final NoiseSource noise;
  private final GaussianDiffusion diffusion;

  /** Makes batches from images and noise. */
  public GaussianLessons(
      TrainingPlan plan, GaussianObjective objective, ImageSet images, NoiseSource noise) {
    this.plan = plan;
    this.objective = objective;
    this.images = images;
    this.noise = noise;
    this.diffusion = new GaussianDiffusion(objective.schedule());
  }

  @Override
  public TrainingBatch at(long step) {
    int size = images.shape().size();
    int batch = plan.batch();
    NoiseSchedule schedule = objective.schedule();
    byte[] pixels = new byte[size];
    float[] clean = new float[batch * size];
    float[] noisy = new float[batch * size];
    float[] target = new float[batch * size];
    float[] timesteps = new float[batch];
    float[] weights = new float[batch];
    int[] labels = new int[batch];
    for (int i = 0; i < batch; i++) {
      long position = step * batch + i;
      TrainingPlace place = plan.place(images, schedule.steps(), position);
      int t = place.step();
      labels[i] = place.label();
      timesteps[i] = t;
      weights[i] = (float) objective.weighting().of(objective.target(), schedule.alphaBar(t));
      images.read(place.image(), pixels, 0);
      objective.pixels().toNumbers(pixels, 0, images.shape(), clean, i * size);
      noise.fill(PURPOSE, position, step, target, i * size, size);
      diffusion.addNoise(clean, target, noisy, i * size, size, t);
      turnIntoTarget(clean, target, i * size, size, t);
    }
    return new TrainingBatch(step, noisy, timesteps, labels, target, weights);
  }

  /** Replaces noise by what the network should answer. */
  private void turnIntoTarget(float[] clean, float[] noise, int offset, int length, int t) {
    Target target = objective.target();
    double signal = objective.schedule().signal(t);
    double spread = objective.schedule().spread(t);
    for (int i = offset; i < offset + length; i++) {
      noise[i] = (float) target.of(clean[i], noise[i], signal, spread);
    }
  }
}
