package io.spindrift.diffusion.metric.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.diffusion.image.ImageRange;
import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.diffusion.metric.FidMeasurement;
import io.spindrift.diffusion.metric.FidResult;
import io.spindrift.diffusion.metric.pairs.Memorisation;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QualityMeasurementTest {
  private static final ImageShape SHAPE = new ImageShape(1, 4, 4);
  private final StreamKey key = StreamKey.root(21);
  private final FeatureExtractor bands = new BandClassifier();

  @Test
  void everythingIsMeasuredOfLabelledImagesAndNothingDependsOnThreads() {
    ImageSet samples = images(1, 320, true, 0);
    ImageQuality one = quality(samples, images(2, 300, true, 0), images(3, 400, true, 0), 1);
    assertThat(quality(samples, images(2, 300, true, 0), images(3, 400, true, 0), 3))
        .isEqualTo(one);
    assertThat(quality(samples, images(2, 300, true, 0), images(3, 400, true, 0), 8))
        .isEqualTo(one);
    assertThat(one.extractor()).isEqualTo("bands");
    assertThat(one.samples()).isEqualTo(320);
    assertThat(one.reference()).isEqualTo(300);
    assertThat(one.fid()).isNotNull();
    assertThat(one.fidInfinity()).isNotNull();
    assertThat(one.kid()).isNotNull();
    assertThat(one.precisionRecall()).isNotNull();
    assertThat(one.memorisation()).isNotNull();
    assertThat(one.accuracy()).extracting(Estimate::value).isEqualTo(1.0);
    assertThat(one.classes()).extracting(ClassDistance::label).containsExactly(0, 1, 2, 3);
    assertThat(one.classes()).extracting(ClassDistance::samples).containsOnly(80);
    assertThat(one.classes()).extracting(ClassDistance::reference).containsOnly(75);
    assertThat(one.notes()).hasSize(1).first().asString().contains("equal numbers");
  }

  @Test
  void theFidIsThatOfTheCommandOfItsName() {
    ImageSet samples = images(1, 200, true, 0);
    ImageSet heldOut = images(2, 200, true, 20);
    ImageQuality quality = quality(samples, heldOut, null, 2);
    FidResult fid = new FidMeasurement(bands, key, 64).between(samples, heldOut, Progress.NONE);
    assertThat(quality.fid()).isEqualTo(new Estimate(fid.value(), fid.low(), fid.high()));
  }

  @Test
  void theFidOfAClassIsThatOfItsImagesAlone() {
    ImageSet samples = images(1, 200, true, 0);
    ImageSet heldOut = images(2, 160, true, 20);
    ImageQuality quality = quality(samples, heldOut, null, 2);
    FidResult alone =
        new FidMeasurement(bands, key, 64)
            .between(ofClass(samples, 2), ofClass(heldOut, 2), Progress.NONE);
    assertThat(quality.classes().get(2).label()).isEqualTo(2);
    Estimate fid = quality.classes().get(2).fid();
    assertThat(fid.value()).isEqualTo(alone.value());
    double half = (fid.high() - fid.low()) / 2;
    assertThat(half).isBetween(0.5 * halfWidth(alone), 2 * halfWidth(alone));
  }

  private static double halfWidth(FidResult result) {
    return (result.high() - result.low()) / 2;
  }

  @Test
  void wrongClassesLowerTheAccuracyByTheirShare() {
    byte[] pixels = new byte[40 * 16];
    byte[] labels = new byte[40];
    ImageSet right = images(1, 40, true, 0);
    for (int i = 0; i < 40; i++) {
      right.read(i, pixels, i * 16);
      labels[i] = (byte) (i < 10 ? (right.label(i) + 1) % 4 : right.label(i));
    }
    ImageSet wrong = new StoredImageSet("wrong", SHAPE, pixels, labels);
    assertThat(quality(wrong, right, null, 1).accuracy())
        .extracting(Estimate::value)
        .isEqualTo(0.75);
  }

  @Test
  void whatCannotBeMeasuredIsLeftOutWithANoteOrRefusedWhenInsistedOn() {
    ImageSet unlabelled = images(1, 3, false, 0);
    ImageSet heldOut = images(2, 300, true, 0);
    ImageQuality quality = quality(unlabelled, heldOut, null, 1);
    assertThat(quality.fid()).isNotNull();
    assertThat(quality.kid()).isNull();
    assertThat(quality.classes()).isEmpty();
    assertThat(quality.notes())
        .anyMatch(note -> note.contains("only 3 images for 4 features"))
        .anyMatch(note -> note.contains("FID at infinite samples needs at least 32 samples"))
        .noneMatch(note -> note.contains("only at equal numbers"))
        .anyMatch(note -> note.contains("KID needs at least 4 images"))
        .anyMatch(note -> note.contains("precision and recall need at least 4 images"))
        .anyMatch(note -> note.contains("has no labels"))
        .anyMatch(note -> note.contains("needs the training images"))
        .anyMatch(note -> note.contains("no such class"));
    for (Metric metric : Set.of(Metric.KID, Metric.ACCURACY, Metric.MEMORISATION)) {
      assertThatThrownBy(() -> insisting(metric, unlabelled, heldOut))
          .isInstanceOf(UnusableInput.class)
          .hasMessageContaining("need");
    }
  }

  @Test
  void whenNothingCanBeMeasuredEveryMetricIsNamedWithWhatItNeeds() {
    ImageSet one = images(1, 1, false, 0);
    ImageSet heldOut = images(2, 300, true, 0);
    ImageSet training = images(3, 100, true, 0);
    assertThatThrownBy(() -> quality(one, heldOut, training, 1))
        .isInstanceOf(UnusableInput.class)
        .hasMessage(
            "FID needs at least 2 images in each set, but bands 1 holds 1;"
                + " FID at infinite samples needs at least 32 samples for 4 features, but bands 1"
                + " holds 1;"
                + " KID needs at least 4 images in each set, but bands 1 holds 1;"
                + " precision and recall need at least 4 images in each set, but bands 1 holds 1;"
                + " class accuracy needs samples with a class, but bands 1 has no labels;"
                + " the memorisation check needs at least 2 images in each set, but bands 1 holds"
                + " 1;"
                + " FID per class needs at least 2 labelled samples and reference images of a"
                + " class, but there is no such class");
  }

  /** The smaller set is named, whichever it is. */
  @Test
  void aReferenceOfTooFewImagesIsNamedToo() {
    ImageSet samples = images(1, 40, true, 0);
    for (int count : new int[] {1, 2, 3, 4}) {
      ImageSet reference = images(2, count, true, 0);
      String holds = "but bands 2 holds " + count;
      if (count < 2) {
        refused(
            Metric.FID, "FID needs at least 2 images in each set, " + holds, samples, reference);
      } else {
        assertThat(insisting(Metric.FID, samples, reference).fid()).isNotNull();
      }
      if (count < 4) {
        refused(
            Metric.KID, "KID needs at least 4 images in each set, " + holds, samples, reference);
        refused(Metric.PRECISION_RECALL, "need at least 4 images", samples, reference);
      } else {
        assertThat(insisting(Metric.KID, samples, reference).kid()).isNotNull();
        assertThat(insisting(Metric.PRECISION_RECALL, samples, reference).precisionRecall())
            .isNotNull();
      }
      assertThat(insisting(Metric.ACCURACY, reference, samples).accuracy()).isNotNull();
    }
  }

  private void refused(Metric metric, String sentence, ImageSet samples, ImageSet reference) {
    assertThatThrownBy(() -> insisting(metric, samples, reference))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aClassOfTwoImagesHasADistanceAndIsSaidToBeTooSmall() {
    ImageSet samples = images(1, 8, true, 0);
    ImageSet reference = new ImageRange(images(2, 400, true, 0), 0, 399);
    ImageQuality quality = insisting(Metric.CLASS_FID, samples, reference);
    assertThat(quality.classes()).extracting(ClassDistance::samples).containsExactly(2, 2, 2, 2);
    assertThat(quality.classes())
        .extracting(ClassDistance::reference)
        .containsExactly(100, 100, 100, 99);
    assertThat(quality.classes()).extracting(one -> one.fid().value()).allMatch(Double::isFinite);
    assertThat(quality.notes())
        .containsExactly(
            "4 of 4 classes have no more images than the 4 features, the smallest 2: their FID is"
                + " far too large; use at least 5 of each class in each set");
    assertThat(insisting(Metric.CLASS_FID, images(1, 16, true, 0), reference).notes())
        .singleElement()
        .asString()
        .startsWith("4 of 4 classes have no more images than the 4 features, the smallest 4:");
    assertThat(insisting(Metric.CLASS_FID, images(1, 20, true, 0), reference).notes()).isEmpty();
  }

  /** Samples of classes 0 to 3 against images of the classes 0, 1 and 3, and one of the class 2. */
  @Test
  void aClassThatEitherSetLacksIsLeftOut() {
    byte[] pixels = new byte[16 * 21];
    byte[] labels = new byte[21];
    ImageSet all = images(2, 40, true, 0);
    for (int i = 0, kept = 0; kept < 21; i++) {
      if (all.label(i) != 2 || i == 2) {
        all.read(i, pixels, 16 * kept);
        labels[kept++] = (byte) all.label(i);
      }
    }
    ImageSet reference = new StoredImageSet("three classes", SHAPE, pixels, labels);
    ImageSet samples = images(1, 40, true, 0);
    for (ImageQuality quality :
        List.of(
            insisting(Metric.CLASS_FID, samples, reference),
            insisting(Metric.CLASS_FID, reference, samples))) {
      assertThat(quality.classes()).extracting(ClassDistance::label).containsExactly(0, 1, 3);
    }
  }

  @Test
  void imagesWithoutAClassAreNoClass() {
    ImageSet unlabelled = images(1, 40, false, 0);
    refused(Metric.CLASS_FID, "there is no such class", unlabelled, unlabelled);
  }

  @Test
  void onlyWhatIsAskedForIsMeasured() {
    ImageSet samples = images(1, 50, true, 0);
    ImageQuality quality = insisting(Metric.KID, samples, samples);
    assertThat(quality.kid()).isNotNull();
    assertThat(quality.fid()).isNull();
    assertThat(quality.precisionRecall()).isNull();
    assertThat(quality.notes()).isEmpty();
  }

  @Test
  void copiesOfTrainingImagesAreNoticed() {
    ImageSet training = images(3, 200, true, 0);
    ImageSet heldOut = images(2, 200, true, 0);
    ImageQuality quality = quality(new ImageRange(training, 0, 100), heldOut, training, 2);
    Memorisation memorisation = Objects.requireNonNull(quality.memorisation());
    assertThat(memorisation.nearer().value()).isGreaterThan(0.99);
    assertThat(memorisation.closestDistance()).isZero();
  }

  @Test
  void metricsAreNamedInWords() {
    assertThat(Metric.parse("fid, kid")).containsExactlyInAnyOrder(Metric.FID, Metric.KID);
    assertThat(Metric.parse("all")).hasSize(7);
    assertThatThrownBy(() -> Metric.parse("fid,is"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("memorisation")
        .hasMessageContaining("but hold is");
  }

  private ImageQuality quality(
      ImageSet samples, ImageSet heldOut, @Nullable ImageSet training, int threads) {
    try (Workers workers = new Workers(threads)) {
      QualityMeasurement all = QualityMeasurement.ofAll(bands, key, workers);
      return all.of(samples, all.reference(heldOut, training, Progress.NONE), Progress.NONE);
    }
  }

  private ImageQuality insisting(Metric metric, ImageSet samples, ImageSet heldOut) {
    try (Workers workers = new Workers(1)) {
      QualityMeasurement one = new QualityMeasurement(bands, key, Set.of(metric), true, workers);
      return one.of(samples, one.reference(heldOut, null, Progress.NONE), Progress.NONE);
    }
  }

  /** Images whose band number i mod 4 is brighter by 100 than the others. */
  private static ImageSet images(long seed, int count, boolean labelled, int more) {
    RandomStream random = StreamKey.root(seed).open();
    byte[] pixels = new byte[count * 16];
    byte[] labels = new byte[count];
    for (int i = 0; i < pixels.length; i++) {
      int image = i / 16;
      labels[image] = (byte) (image % 4);
      int light = i % 16 / 4 == image % 4 ? 100 : 0;
      pixels[i] = (byte) (light + more + random.nextInt(90));
    }
    return new StoredImageSet("bands " + seed, SHAPE, pixels, labelled ? labels : null);
  }

  private static ImageSet ofClass(ImageSet images, int label) {
    int count = 0;
    byte[] pixels = new byte[images.count() * 16];
    for (int i = 0; i < images.count(); i++) {
      if (images.label(i) == label) {
        images.read(i, pixels, 16 * count++);
      }
    }
    return new StoredImageSet("class", SHAPE, Arrays.copyOf(pixels, 16 * count), null);
  }
}
