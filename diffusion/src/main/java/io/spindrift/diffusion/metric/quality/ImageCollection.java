package io.spindrift.diffusion.metric.quality;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.FeatureMatrix;
import io.spindrift.diffusion.metric.FeatureSums;
import io.spindrift.diffusion.metric.ImageClassifier;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;

/** Runs a feature network over image sets. */
record ImageCollection(FeatureExtractor extractor, StreamKey key) {
  private static final int BATCH = 256;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  CollectedImages of(ImageSet images, Progress progress) {
    int count = images.count();
    int features = extractor.features();
    if ((long) count * features > LARGEST_ARRAY) {
      throw new UnusableInput(
          images.name()
              + " must hold at most "
              + LARGEST_ARRAY / features
              + " images for "
              + features
              + " features, but holds "
              + count
              + "; give a range of them");
    }
    ImageShape shape = images.shape();
    byte[] pixels = new byte[Math.multiplyExact(BATCH, shape.size())];
    float[] part = new float[BATCH * features];
    float[] all = new float[count * features];
    Predictions predictions = new Predictions(extractor, count);
    int[] labels = new int[count];
    FeatureSums sums = new FeatureSums(features, key);
    try (Progress.Task task = progress.begin("features of " + images.name(), count, "images")) {
      for (int done = 0; done < count; done += BATCH) {
        progress.checkStopped();
        int now = Math.min(BATCH, count - done);
        for (int i = 0; i < now; i++) {
          images.read(done + i, pixels, i * shape.size());
          labels[done + i] = images.label(done + i);
        }
        predictions.extract(pixels, shape, now, part, done);
        sums.add(part, now);
        System.arraycopy(part, 0, all, done * features, now * features);
        task.advance(now);
      }
    }
    return new CollectedImages(
        images.name(),
        new FeatureMatrix(count, features, all),
        sums,
        labels,
        extractor instanceof ImageClassifier ? predictions.classes() : null);
  }

  /** The class of largest score of every image, where the network is a classifier. */
  private static final class Predictions {
    private final FeatureExtractor extractor;
    private final int[] predicted;
    private final float[] scores;

    Predictions(FeatureExtractor extractor, int count) {
      this.extractor = extractor;
      this.predicted = new int[count];
      this.scores =
          new float
              [extractor instanceof ImageClassifier classifier ? BATCH * classifier.classes() : 0];
    }

    void extract(byte[] pixels, ImageShape shape, int now, float[] features, int done) {
      if (!(extractor instanceof ImageClassifier classifier)) {
        extractor.extract(pixels, shape, now, features);
        return;
      }
      classifier.classify(pixels, shape, now, features, scores);
      int classes = classifier.classes();
      for (int i = 0; i < now; i++) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
          best = scores[i * classes + c] > scores[i * classes + best] ? c : best;
        }
        predicted[done + i] = best;
      }
    }

    int[] classes() {
      return predicted;
    }
  }
}
