package io.spindrift.cli.command;

import io.spindrift.diffusion.metric.Estimate;
import io.spindrift.diffusion.metric.InfiniteFid;
import io.spindrift.diffusion.metric.pairs.KernelDistance;
import io.spindrift.diffusion.metric.pairs.Memorisation;
import io.spindrift.diffusion.metric.pairs.PrecisionRecall;
import io.spindrift.diffusion.metric.quality.ClassDistance;
import io.spindrift.diffusion.metric.quality.ImageQuality;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the quality of samples is told, as a table or as JSON. */
final class QualityView {
  static void print(ImageQuality quality, Session session) {
    session.print(
        "%d samples against %d images by %s",
        quality.samples(), quality.reference(), quality.extractor());
    TextTable table = new TextTable("metric", "value", "95 % interval", "");
    add(table, "FID", quality.fid(), "");
    InfiniteFid infinite = quality.fidInfinity();
    if (infinite != null) {
      add(
          table,
          "FID at infinite samples",
          infinite.estimate(),
          "fitted from " + infinite.fewest() + " samples on");
    }
    KernelDistance kid = quality.kid();
    if (kid != null) {
      add(
          table,
          "KID",
          kid.complete(),
          String.format(
              Locale.ROOT,
              "%d subsets of %d: mean %.6f, deviation %.6f",
              kid.subsets(),
              kid.subsetSize(),
              kid.subsetMean(),
              kid.subsetDeviation()));
    }
    PrecisionRecall manifold = quality.precisionRecall();
    if (manifold != null) {
      add(table, "precision", manifold.precision(), manifold.neighbours() + " neighbours");
      add(table, "recall", manifold.recall(), manifold.neighbours() + " neighbours");
    }
    add(table, "class accuracy", quality.accuracy(), "");
    Memorisation memory = quality.memorisation();
    if (memory != null) {
      add(
          table,
          "nearer to training images",
          memory.nearer(),
          String.format(Locale.ROOT, "0.5 without memorisation; score %.1f", memory.zScore()));
      add(table, "nearer than every held-out image", memory.nearestOfAll(), "");
    }
    for (ClassDistance one : quality.classes()) {
      add(
          table,
          "FID of class " + one.label(),
          one.fid(),
          one.samples() + " against " + one.reference() + " images");
    }
    table.print(session.out());
    if (memory != null) {
      session.print(
          "nearest pair: sample %d and training image %d, %.4g apart",
          memory.closestSample(), memory.closestTraining(), memory.closestDistance());
    }
    quality.notes().forEach(note -> session.err().println("spindrift: note: " + note));
  }

  private static void add(TextTable table, String name, @Nullable Estimate value, String more) {
    if (value != null) {
      table.add(
          name,
          String.format(Locale.ROOT, "%.5g", value.value()),
          value.hasInterval()
              ? String.format(Locale.ROOT, "%.5g to %.5g", value.low(), value.high())
              : "",
          more);
    }
  }

  static Map<String, Object> json(ImageQuality quality, long seed) {
    InfiniteFid infinite = quality.fidInfinity();
    KernelDistance kid = quality.kid();
    PrecisionRecall manifold = quality.precisionRecall();
    Memorisation memory = quality.memorisation();
    return JsonOutput.object(
        "extractor", quality.extractor(),
        "features", quality.features(),
        "samples", quality.samples(),
        "reference", quality.reference(),
        "seed", seed,
        "fid", json(quality.fid()),
        "fidInfinity",
            infinite == null
                ? null
                : with(
                    json(infinite.estimate()),
                    "slope",
                    infinite.slope(),
                    "fewest",
                    infinite.fewest(),
                    "points",
                    infinite.points()),
        "kid",
            kid == null
                ? null
                : with(
                    json(kid.complete()),
                    "subsets",
                    kid.subsets(),
                    "subsetSize",
                    kid.subsetSize(),
                    "subsetMean",
                    kid.subsetMean(),
                    "subsetDeviation",
                    kid.subsetDeviation()),
        "precision", manifold == null ? null : json(manifold.precision()),
        "recall", manifold == null ? null : json(manifold.recall()),
        "neighbours", manifold == null ? null : manifold.neighbours(),
        "accuracy", json(quality.accuracy()),
        "memorisation", memory == null ? null : json(memory),
        "classes", quality.classes().stream().map(QualityView::json).toList(),
        "notes", quality.notes());
  }

  private static Map<String, Object> json(Memorisation memory) {
    return JsonOutput.object(
        "nearer", json(memory.nearer()),
        "zScore", memory.zScore(),
        "nearestOfAll", json(memory.nearestOfAll()),
        "sampleMedian", memory.sampleMedian(),
        "heldOutMedian", memory.heldOutMedian(),
        "closestSample", memory.closestSample(),
        "closestTraining", memory.closestTraining(),
        "closestDistance", memory.closestDistance());
  }

  private static Map<String, Object> json(ClassDistance one) {
    return JsonOutput.object(
        "label", one.label(),
        "samples", one.samples(),
        "reference", one.reference(),
        "fid", json(one.fid()));
  }

  private static @Nullable Map<String, Object> json(@Nullable Estimate value) {
    return value == null
        ? null
        : JsonOutput.object(
            "value", value.value(),
            "low", value.hasInterval() ? (Object) value.low() : null,
            "high", value.hasInterval() ? (Object) value.high() : null);
  }

  private static Map<String, Object> with(
      @Nullable Map<String, Object> fields, Object... namesAndValues) {
    Map<String, Object> more = JsonOutput.object(namesAndValues);
    if (fields != null) {
      fields.putAll(more);
      return fields;
    }
    return more;
  }

  private QualityView() {}
}
