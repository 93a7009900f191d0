package io.spindrift.experiment.study;

import io.spindrift.diffusion.metric.quality.Metric;
import io.spindrift.experiment.comparison.Equivalence;
import io.spindrift.experiment.comparison.MeanDifference;
import io.spindrift.experiment.comparison.SeedPair;
import io.spindrift.experiment.config.SpindriftConfig;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.StageReading.ArmReading;
import io.spindrift.experiment.stage.Arm;
import io.spindrift.experiment.stage.Arms;
import io.spindrift.experiment.stage.Grids;
import io.spindrift.experiment.stage.Images;
import io.spindrift.experiment.stage.NoiseKind;
import io.spindrift.experiment.stage.Recipe;
import io.spindrift.experiment.stage.SampleFile;
import io.spindrift.experiment.study.Comparison.MetricComparison;
import io.spindrift.experiment.study.Comparison.Training;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Trains a pair of denoisers for each seed, one with each kind of noise, and compares their images.
 *
 * <p>A seed decides the first weights, the order of the images, the noise and the simulated
 * junction of both. The images, the held-out images and the feature network are those of the
 * configuration's own seed throughout.
 *
 * @param tools what it works with
 */
public record ComparisonStudy(StudyTools tools) {
  /** Runs a study, or what is left of it, and writes its results. */
  public Comparison run(StudyFolder folder) {
    ComparisonPlan plan = folder.plan(ComparisonPlan.WORD, ComparisonPlan.class);
    SpindriftConfig config = folder.config();
    Images images = Images.open(config.images(), config.seed());
    Recipe.of(config, images).prepared(tools.workers(), tools.progress());
    Comparison found;
    try (QualityMeter meter =
        new QualityMeter(config, images, tools, folder.directory(), Metric.all())) {
      Grids.write(folder.directory(), "real", images.training());
      Map<Long, Map<NoiseKind, Quality>> qualities = new LinkedHashMap<>();
      List<Training> trainings = new ArrayList<>();
      for (long seed : plan.seeds()) {
        qualities.put(seed, pair(folder, seed, images, meter, trainings));
      }
      Quality floor = meter.keptFloor(folder.directory(), "floor.json", config.sampling().count());
      found = compare(plan, images, qualities, trainings, floor);
    }
    ComparisonFiles.write(folder, plan, found);
    return found;
  }

  private Map<NoiseKind, Quality> pair(
      StudyFolder folder, long seed, Images images, QualityMeter meter, List<Training> trainings) {
    tools.progress().checkStopped();
    SpindriftConfig config = folder.config("seed=" + seed);
    RunDirectory directory = folder.below("seed-" + seed, config);
    Map<NoiseKind, ArmReading> readings = train(config, directory, images);
    Map<NoiseKind, Quality> qualities = new LinkedHashMap<>();
    for (NoiseKind kind : NoiseKind.values()) {
      qualities.put(
          kind,
          meter.kept(
              directory,
              "quality-" + kind.word() + ".json",
              () -> SampleFile.read(directory, kind, Recipe.of(config, images))));
      ArmReading reading = Objects.requireNonNull(readings.get(kind));
      trainings.add(new Training(seed, kind.word(), reading));
    }
    tools.told().accept(sentence(seed, qualities));
    return qualities;
  }

  /** Trains the arms that have not finished before, side by side. */
  private Map<NoiseKind, ArmReading> train(
      SpindriftConfig config, RunDirectory directory, Images images) {
    Map<NoiseKind, ArmReading> readings = new LinkedHashMap<>();
    List<NoiseKind> left = new ArrayList<>();
    for (NoiseKind kind : NoiseKind.values()) {
      directory
          .document(file(kind), ArmReading.class)
          .ifPresentOrElse(reading -> readings.put(kind, reading), () -> left.add(kind));
    }
    if (!left.isEmpty()) {
      Map<NoiseKind, Arm.Outcome> outcomes =
          Arms.run(tools.withJunction(config, directory, images), Recipe.of(config, images), left);
      outcomes.forEach((kind, outcome) -> {
        directory.document(file(kind), outcome.reading());
        readings.put(kind, outcome.reading());
      });
    }
    return readings;
  }

  private static String file(NoiseKind kind) {
    return "training-" + kind.word() + ".json";
  }

  private static String sentence(long seed, Map<NoiseKind, Quality> qualities) {
    return String.format(
        Locale.ROOT,
        "seed %d: FID %.4g with hardware noise, %.4g with software noise",
        seed,
        fid(qualities, NoiseKind.HARDWARE),
        fid(qualities, NoiseKind.SOFTWARE));
  }

  private static double fid(Map<NoiseKind, Quality> qualities, NoiseKind kind) {
    return Objects.requireNonNull(qualities.get(kind)).fid().value();
  }

  private static Comparison compare(
      ComparisonPlan plan,
      Images images,
      Map<Long, Map<NoiseKind, Quality>> qualities,
      List<Training> trainings,
      Quality floor) {
    List<MetricComparison> metrics =
        measured(qualities).stream()
            .map(metric -> MetricComparison.of(metric, pairs(metric, qualities)))
            .toList();
    List<SeedPair> pairs = pairs(Quality.FID, qualities);
    double software = pairs.stream().mapToDouble(p -> p.software().value()).average().orElseThrow();
    double margin = plan.margin().about(software);
    Equivalence test = Equivalence.of(MeanDifference.of(pairs), margin);
    Set<String> warnings = new LinkedHashSet<>();
    qualities.values().stream()
        .flatMap(pair -> Stream.concat(pair.values().stream(), Stream.of(floor)))
        .forEach(quality -> warnings.addAll(quality.warnings()));
    return new Comparison(
        images.sentence(),
        floor.extractor(),
        margin,
        plan.margin().toString(),
        test.verdict(),
        test.sentence(),
        test.pEquivalent(),
        test.pDifferent(),
        test.pZero(),
        test.smallestMargin(),
        metrics,
        floor,
        trainings,
        List.copyOf(warnings));
  }

  /** Metrics that every set has, in the order in which they are told. */
  private static List<String> measured(Map<Long, Map<NoiseKind, Quality>> qualities) {
    List<Quality> all = qualities.values().stream().flatMap(p -> p.values().stream()).toList();
    return all.getFirst().metrics().keySet().stream()
        .filter(metric -> all.stream().allMatch(q -> q.metrics().containsKey(metric)))
        .toList();
  }

  private static List<SeedPair> pairs(String metric, Map<Long, Map<NoiseKind, Quality>> qualities) {
    return qualities.entrySet().stream()
        .map(pair ->
            new SeedPair(
                pair.getKey(),
                Objects.requireNonNull(
                    Objects.requireNonNull(pair.getValue().get(NoiseKind.HARDWARE))
                        .metrics()
                        .get(metric)),
                Objects.requireNonNull(
                    Objects.requireNonNull(pair.getValue().get(NoiseKind.SOFTWARE))
                        .metrics()
                        .get(metric))))
        .toList();
  }
}
