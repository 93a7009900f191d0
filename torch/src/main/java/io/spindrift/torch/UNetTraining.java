package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.Denoiser;
import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.DenoiserTraining;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Training of a U-Net by AdamW, with clipping and a moving average of the weights. */
final class UNetTraining implements DenoiserTraining {
  private static final int EXPECTED_BATCH = 64;

  private final LibTorch library;
  private final OptimiserSpec optimiser;
  private final UNet net;
  private final FlatWeights weights;
  private final AdamW adam;
  private final Retained retained = new Retained();
  private final Tensor average;
  private final HostTensor images;
  private final HostTensor targets;
  private final HostTensor times;
  private float[] waves = {};
  private long stepsDone;

  UNetTraining(LibTorch library, DenoiserSpec spec, OptimiserSpec optimiser, long seed) {
    this.library = library;
    this.optimiser = optimiser;
    net = new UNet(spec, library.working());
    float[] initial =
        net.parameters().initialValues(StreamKey.root(seed).purpose("denoiser/weights"));
    weights = new FlatWeights(library, net.parameters(), initial);
    adam = new AdamW(library, net.parameters().decayMask());
    average = library.handle(() -> retained.keep(FlatWeights.floats(initial)));
    long[] image = {spec.image().channels(), spec.image().height(), spec.image().width()};
    images = new HostTensor(library, EXPECTED_BATCH, image);
    targets = new HostTensor(library, EXPECTED_BATCH, image);
    times = new HostTensor(library, EXPECTED_BATCH, net.time().waves());
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
  public double step(float[] noisy, int[] timesteps, float[] noise, int batch) {
    double error = gradient(noisy, timesteps, noise, batch);
    double norm = library.handle(() -> weights.gradient().norm().item_double());
    if (!Double.isFinite(error) || !Double.isFinite(norm)) {
      throw new NumericalFailure(
          String.format(
              Locale.ROOT,
              "training step %d: mean squared error %g with a gradient of norm %g; a smaller"
                  + " learning rate than %g may help",
              stepsDone + 1,
              error,
              norm,
              optimiser.learningRate()));
    }
    update(norm);
    return error;
  }

  /** Leaves the gradient of the batch's error in the flat gradient and returns the error. */
  double gradient(float[] noisy, int[] timesteps, float[] noise, int batch) {
    int length = batch * net.time().waves();
    waves = waves.length < length ? new float[length] : waves;
    net.time().waves(timesteps, 0, batch, waves);
    return library.differentiate(() -> {
      weights.gradient().zero_();
      Tensor x = images.write(noisy, 0, batch);
      Tensor predicted = net.apply(weights, x, times.write(waves, 0, batch));
      Tensor error = torch.mse_loss(predicted, targets.write(noise, 0, batch));
      error.backward();
      return error.item_double();
    });
  }

  private void update(double norm) {
    double rate = LearningRate.after(stepsDone, optimiser);
    stepsDone++;
    double decay = Math.min(optimiser.averageDecay(), (1.0 + stepsDone) / (10.0 + stepsDone));
    int unused =
        library.handle(() -> {
          if (norm > optimiser.clipNorm()) {
            weights.gradient().mul_(new Scalar(optimiser.clipNorm() / norm));
          }
          adam.step(weights.values(), weights.gradient(), stepsDone, rate, optimiser.weightDecay());
          average.lerp_(weights.values(), new Scalar(1 - decay));
          return 0;
        });
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
    Checkpoint state =
        library.handle(() ->
            new Checkpoint(
                net.spec(),
                stepsDone,
                FlatWeights.read(weights.values()),
                FlatWeights.read(average),
                FlatWeights.read(adam.mean()),
                FlatWeights.read(adam.square())));
    state.write(file);
  }

  @Override
  public void restore(Path file) {
    Checkpoint state = Checkpoint.read(file);
    if (!state.spec().equals(net.spec())) {
      throw new UnusableInput(
          file + " must hold a training of " + net.spec() + ", but holds one of " + state.spec());
    }
    int unused =
        library.handle(() -> {
          FlatWeights.write(state.weights(), weights.values());
          FlatWeights.write(state.average(), average);
          FlatWeights.write(state.mean(), adam.mean());
          FlatWeights.write(state.square(), adam.square());
          return 0;
        });
    stepsDone = state.steps();
  }

  @Override
  public void close() {
    weights.close();
    adam.close();
    retained.close();
    images.close();
    targets.close();
    times.close();
  }
}
