package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.denoiser.StepResult;
import io.spindrift.diffusion.denoiser.TrainingBatch;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Training of a U-Net by AdamW, with clipping and a moving average of the weights.
 *
 * <p>Threads share the {@link ShardedGradient shards} of a batch; their number does not change the
 * weights that come out.
 */
final class UNetTraining implements DenoiserTraining {
  private final LibTorch library;
  private final OptimiserSpec optimiser;
  private final String configuration;
  private final UNet net;
  private final FlatWeights weights;
  private final ShardedGradient gradient;
  private final AdamW adam;
  private final Retained retained = new Retained();
  private final Tensor average;

  /** Average, weights and moments as last saved: a room that every save uses again. */
  private final float[][] saved = new float[4][0];

  private long stepsDone;

  UNetTraining(
      LibTorch library,
      DenoiserSpec spec,
      OptimiserSpec optimiser,
      long seed,
      String configuration) {
    this.library = library;
    this.optimiser = optimiser;
    this.configuration = configuration;
    net = new UNet(spec, library.working());
    float[] initial =
        net.parameters().initialValues(StreamKey.root(seed).purpose("denoiser/weights"));
    weights = new FlatWeights(library, net.parameters(), initial);
    gradient = new ShardedGradient(library, net.parameters(), weights);
    adam = new AdamW(library, net.parameters().decayMask());
    average = library.handle(() -> retained.keep(FlatWeights.floats(initial)));
  }

  @Override
  public long stepsDone() {
    return stepsDone;
  }

  @Override
  public long parameterCount() {
    return net.parameters().length();
  }

  @Override
  public long multiplyAccumulatesPerImage() {
    return net.multiplyAccumulates();
  }

  @Override
  public StepResult step(TrainingBatch batch) {
    double loss = gradient(batch);
    double norm = library.compute(() -> weights.gradient().norm().item_double());
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw new NumericalFailure(
          String.format(
              Locale.ROOT,
              "training step %d: loss %g with a gradient of norm %g; a smaller learning rate than"
                  + " %g may help",
              stepsDone + 1,
              loss,
              norm,
              optimiser.learningRate()));
    }
    double rate = LearningRate.after(stepsDone, optimiser);
    update(norm, rate);
    return new StepResult(loss, norm, rate);
  }

  /** Leaves the gradient of the batch's loss in the flat gradient and returns the loss. */
  double gradient(TrainingBatch batch) {
    return gradient.of(
        batch.count(),
        (replica, from, count) -> {
          float[] waves = new float[count * net.time().waves()];
          net.time().waves(batch.timesteps(), from, count, waves);
          Tensor times = HostTensor.of(waves, 0, waves.length, count, net.time().waves());
          int[] labels = Arrays.copyOfRange(batch.labels(), from, from + count);
          Tensor answer = net.apply(replica, images(batch.noisy(), from, count), times, labels);
          Tensor target = images(batch.target(), from, count);
          return loss(answer, target, batch.weights(), from, count);
        });
  }

  private Tensor loss(Tensor answer, Tensor target, float[] weights, int from, int count) {
    boolean plain = IntStream.range(from, from + count).allMatch(n -> weights[n] == 1);
    Tensor each =
        switch (net.spec().loss()) {
          case SQUARED_ERROR ->
              plain ? torch.mse_loss(answer, target) : answer.sub(target).square_();
          case BIT_CROSS_ENTROPY -> torch.softplus(answer).sub_(answer.mul(target));
        };
    if (plain) {
      return each.mean();
    }
    Tensor perImage = HostTensor.of(weights, from, count, count, 1, 1, 1);
    return each.mul(perImage).mean();
  }

  private Tensor images(float[] values, int from, int count) {
    ImageShape image = net.spec().image();
    int size = image.size();
    return HostTensor.of(
        values, from * size, count * size, count, image.channels(), image.height(), image.width());
  }

  private void update(double norm, double rate) {
    long number = stepsDone + 1;
    double decay = Math.min(optimiser.averageDecay(), (1.0 + number) / (10.0 + number));
    library.compute(() -> {
      if (norm > optimiser.clipNorm()) {
        weights.gradient().mul_(new Scalar(optimiser.clipNorm() / norm));
      }
      adam.step(weights.values(), weights.gradient(), number, rate, optimiser.weightDecay());
      average.lerp_(weights.values(), new Scalar(1 - decay));
    });
    stepsDone = number;
  }

  @Override
  public Denoiser averaged() {
    float[] values = library.handle(() -> FlatWeights.read(average));
    return new UNetDenoiser(library, net.spec(), values);
  }

  FlatWeights weights() {
    return weights;
  }

  @Override
  public void save(Path file) {
    library.handle(() -> {
      Tensor[] state = {average, weights.values(), adam.mean(), adam.square()};
      for (int i = 0; i < state.length; i++) {
        saved[i] = FlatWeights.read(state[i], saved[i]);
      }
    });
    DenoiserFile denoiser = new DenoiserFile(net.spec(), configuration, stepsDone, saved[0]);
    new Checkpoint(denoiser, optimiser, saved[1], saved[2], saved[3]).write(file);
  }

  @Override
  public void restore(Path file) {
    Checkpoint state = Checkpoint.read(file);
    if (!state.spec().equals(net.spec())) {
      throw new UnusableInput(
          file + " must hold a training of " + net.spec() + ", but holds one of " + state.spec());
    }
    if (!state.optimiser().equals(optimiser)) {
      throw new UnusableInput(
          file
              + " must hold a training with "
              + optimiser
              + ", but holds one with "
              + state.optimiser()
              + "; continue it with its own settings or begin anew");
    }
    library.handle(() -> {
      FlatWeights.write(state.weights(), weights.values());
      FlatWeights.write(state.denoiser().average(), average);
      FlatWeights.write(state.mean(), adam.mean());
      FlatWeights.write(state.square(), adam.square());
    });
    stepsDone = state.denoiser().steps();
  }

  @Override
  public void close() {
    gradient.close();
    weights.close();
    adam.close();
    retained.close();
  }
}
