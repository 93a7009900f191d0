package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.Locale;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Training of a {@link SmallClassifier} by AdamW on cross-entropy, on all threads. */
final class ClassifierTraining {
  private static final int BATCH = 64;
  private static final double PEAK_RATE = 2e-3;
  private static final double WEIGHT_DECAY = 0.01;

  private final LibTorch library;
  private final ImageSet images;
  private final int count;
  private final StreamKey key;
  private final byte[] pixels;
  private final float[] batch;
  private final long[] labels = new long[BATCH];

  /**
   * Checks the images.
   *
   * @throws UnusableInput when they have no labels
   */
  ClassifierTraining(LibTorch library, ImageSet images, int count, long seed) {
    if (images.classes() < 2) {
      throw new UnusableInput(
          "a classifier can only be trained on labelled images, but "
              + images.name()
              + " has no labels; name an extractor file instead");
    }
    this.library = library;
    this.images = images;
    this.count = Require.inRange("number of training images", count, 1, images.count());
    this.key = StreamKey.root(seed).purpose("extractor");
    this.pixels = new byte[images.shape().size()];
    this.batch = new float[BATCH * pixels.length];
  }

  /** Trains and writes the classifier. */
  void run(int steps, Path file, Progress progress) {
    SmallClassifier net = new SmallClassifier(images.shape(), images.classes());
    ParameterTable table = net.parameters();
    OptimiserSpec schedule =
        new OptimiserSpec(PEAK_RATE, Math.max(1, steps / 20), steps, WEIGHT_DECAY, 1, 0);
    float[] initial = table.initialValues(key.purpose("weights"));
    try (FlatWeights weights = new FlatWeights(library, table, initial);
        AdamW adam = new AdamW(library, table.decayMask());
        ShardedGradient gradient = new ShardedGradient(library, table, weights);
        Progress.Task task = progress.begin("feature classifier", steps, "steps")) {
      for (int step = 0; step < steps; step++) {
        progress.checkStopped();
        draw(step);
        double error = error(net, gradient, step);
        double rate = LearningRate.after(step, schedule);
        long number = step + 1;
        library.compute(() -> {
          adam.step(weights.values(), weights.gradient(), number, rate, schedule.weightDecay());
        });
        task.note(String.format(Locale.ROOT, "cross-entropy %.3f", error));
        task.advance(1);
      }
      float[] values = library.handle(() -> FlatWeights.read(weights.values()));
      ClassifierFile.Input what =
          new ClassifierFile.Input(images.shape(), images.classes(), images.name());
      ClassifierFile.write(file, what, table, values);
    }
  }

  /** Draws the images of one step, with replacement. */
  private void draw(int step) {
    RandomStream stream = key.purpose("batch").at(step).open();
    for (int i = 0; i < BATCH; i++) {
      int image = stream.nextInt(count);
      images.read(image, pixels, 0);
      labels[i] = images.label(image);
      for (int j = 0; j < pixels.length; j++) {
        batch[i * pixels.length + j] = Byte.toUnsignedInt(pixels[j]);
      }
    }
  }

  private double error(SmallClassifier net, ShardedGradient gradient, int step) {
    double error =
        gradient.of(
            BATCH,
            (replica, from, count) -> {
              Tensor features = net.features(replica, input(from, count));
              return torch.cross_entropy_loss(net.classes(replica, features), labels(from, count));
            });
    if (!Double.isFinite(error)) {
      throw new NumericalFailure(
          "step " + (step + 1) + " of the feature classifier: cross-entropy " + error);
    }
    return error;
  }

  private Tensor input(int from, int count) {
    ImageShape shape = images.shape();
    return HostTensor.of(
        batch,
        from * shape.size(),
        count * shape.size(),
        count,
        shape.channels(),
        shape.height(),
        shape.width());
  }

  private Tensor labels(int from, int count) {
    Tensor tensor = torch.zeros(new long[] {count}, new TensorOptions(ScalarType.Long));
    new LongPointer(tensor.data_ptr_long()).put(labels, from, count);
    return tensor;
  }
}
