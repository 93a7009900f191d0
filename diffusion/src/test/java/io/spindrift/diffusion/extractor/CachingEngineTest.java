package io.spindrift.diffusion.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.StoredImageSet;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachingEngineTest {
  private static final ImageShape PIXEL = new ImageShape(1, 1, 1);
  private static final StoredImageSet IMAGES =
      new StoredImageSet("four", PIXEL, new byte[] {1, 2, 3, 4}, new byte[] {0, 1, 0, 1});

  private final CountingEngine inner = new CountingEngine("network");
  private final List<String> told = new ArrayList<>();
  @TempDir private Path folder;

  @Test
  void aSecondTrainingIsTakenFromTheCacheBitForBit() throws IOException {
    Path plain = folder.resolve("plain");
    String without = answer(inner.trainExtractor(IMAGES, 4, 10, 1, plain, Progress.NONE));
    assertThat(train("a")).isEqualTo(without);
    assertThat(train("b")).isEqualTo(without);
    assertThat(inner.trainings).hasValue(2);
    assertThat(folder.resolve("a")).hasSameBinaryContentAs(plain);
    assertThat(folder.resolve("b")).hasSameBinaryContentAs(plain);
    String kept = only().toString();
    assertThat(told)
        .containsExactly(
            "feature classifier: kept in " + kept,
            "feature classifier: trained before, taken from " + kept);
  }

  @Test
  void otherSettingsAreTrainedApart() {
    train("a");
    caching(inner).trainExtractor(IMAGES, 4, 10, 2, folder.resolve("b"), Progress.NONE);
    assertThat(inner.trainings).hasValue(2);
    assertThat(folder.resolve("b")).hasContent("network four 4 10 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "network", "network four 4 10 3"})
  void aDamagedFileIsTrainedAgainAndMended(String damage) throws IOException {
    String whole = train("a");
    Files.writeString(only(), damage);
    assertThat(train("b")).isEqualTo(whole);
    assertThat(inner.trainings).hasValue(2);
    assertThat(train("c")).isEqualTo(whole);
    assertThat(inner.trainings).hasValue(2);
    assertThat(only()).hasSameBinaryContentAs(folder.resolve("a"));
  }

  @Test
  void anIntactFileThatTheEngineRefusesIsTrainedAgain() {
    train("a");
    CountingEngine later = new CountingEngine("later network");
    caching(later).trainExtractor(IMAGES, 4, 10, 1, folder.resolve("b"), Progress.NONE);
    assertThat(later.trainings).hasValue(1);
    assertThat(folder.resolve("b")).hasContent("later network four 4 10 1");
  }

  @Test
  void writersAtOnceLeaveOneWholeFile() throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 64; i++) {
        String name = "file-" + i;
        answers.add(threads.submit(() -> train(name, sentence -> {})));
      }
    }
    String whole = train("a");
    for (Future<String> answer : answers) {
      assertThat(answer.get()).isEqualTo(whole);
    }
    assertThat(only()).hasSameBinaryContentAs(folder.resolve("a"));
  }

  @Test
  void aFolderThatCannotBeWrittenCostsATrainingAlone() throws IOException {
    Files.writeString(folder.resolve("cache"), "a file");
    train("a");
    train("b");
    assertThat(inner.trainings).hasValue(2);
    assertThat(told).hasSize(2).allMatch(s -> s.startsWith("feature classifier: not kept: "));
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedBeforeAnyTraining() throws IOException {
    train("a");
    Files.createDirectory(folder.resolve("b"));
    assertThatThrownBy(() -> train("b")).isInstanceOf(UnusableInput.class);
    assertThat(inner.trainings).hasValue(1);
  }

  @Test
  void aStoppedTrainingKeepsNothing() {
    Progress stopped =
        new Progress() {
          @Override
          public Task begin(String title, long total, String unit) {
            return Progress.NONE.begin(title, total, unit);
          }

          @Override
          public void checkStopped() {
            throw new Stopped();
          }
        };
    assertThatThrownBy(
            () -> caching(inner).trainExtractor(IMAGES, 4, 10, 1, folder.resolve("a"), stopped))
        .isInstanceOf(Progress.Stopped.class);
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  private CachingEngine caching(CountingEngine engine) {
    return new CachingEngine(engine, new ExtractorCache(folder.resolve("cache")), told::add);
  }

  private String train(String name) {
    return train(name, told::add);
  }

  private String train(String name, Consumer<String> hearer) {
    CachingEngine engine =
        new CachingEngine(inner, new ExtractorCache(folder.resolve("cache")), hearer);
    return answer(engine.trainExtractor(IMAGES, 4, 10, 1, folder.resolve(name), Progress.NONE));
  }

  /** Name and features of the images. */
  private static String answer(FeatureExtractor extractor) {
    float[] features = new float[4];
    extractor.extract(new byte[] {1, 2, 3, 4}, PIXEL, 4, features);
    return extractor.name() + Arrays.toString(features);
  }

  /** The only file of the cache. */
  private Path only() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }
}
