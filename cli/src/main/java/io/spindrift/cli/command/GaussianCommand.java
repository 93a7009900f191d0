package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.cli.command.SourceOptions.Source;
import io.spindrift.device.Junction;
import io.spindrift.entropy.BitSource;
import io.spindrift.entropy.KeyedBits;
import io.spindrift.entropy.gaussian.GaussianMethod;
import io.spindrift.entropy.gaussian.SampleMoments;
import io.spindrift.entropy.gaussian.StatedGaussian;
import io.spindrift.entropy.gaussian.StatedLaw;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code entropy gaussian}: normal samples out of random bits, to a NumPy file. */
@Command(
    name = "gaussian",
    sortOptions = false,
    header = "Make Gaussian samples out of random bits, by any of six methods, into a NumPy file.",
    description = {
      "Samples are written as 32-bit floats. What the method states for ideal bits stands beside"
          + " what was measured; bits of junctions that are not fair show the difference.",
      "JSON: file, count, method, source, bitsPerSample (asked for), expectedBitsPerSample (mean"
          + " cost), xorFold, meanStated, meanMeasured, varianceStated, varianceMeasured,"
          + " skewnessStated, skewnessMeasured, excessKurtosisStated, excessKurtosisMeasured,"
          + " reachSigma, largestMeasured, distanceFromNormal (Kolmogorov-Smirnov, of the stated"
          + " law; left out where it cannot be enumerated), samplesPerCpuSecond, seed. Skewness and"
          + " kurtosis are left out where all samples are equal."
    },
    footer = {
      "",
      "Example: spindrift entropy gaussian --method binomial-sum --bits-per-sample 16 --count 10M"
          + " --source keyed --out z.npy"
    })
final class GaussianCommand implements Callable<Integer> {
  private static final long MOST_SAMPLES = 10_000_000_000L;

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--method",
      required = true,
      paramLabel = "METHOD",
      description =
          "binomial-sum, weighted-bits, probability-tree, inverse-cdf, box-muller or software.")
  GaussianMethod method = GaussianMethod.BINOMIAL_SUM;

  @Option(
      names = "--bits-per-sample",
      paramLabel = "N",
      description =
          "Bits of one sample (levels of the tree); the default is 16, and 32 for software.")
  String bitsPerSample = "";

  @Option(
      names = "--count",
      required = true,
      paramLabel = "N",
      description = "How many samples, such as 10M; at most 10G.")
  String count = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where they go.")
  Path out = Path.of("");

  @Option(
      names = "--figures",
      paramLabel = "DIR",
      description = {
        "Also write the exact density of the method beside the normal and what was drawn into this"
            + " folder (PNG, SVG, Parquet)."
      })
  @Nullable Path figures;

  @Mixin SourceOptions source = new SourceOptions();

  @Mixin DeviceOptions device = new DeviceOptions();

  @Mixin ArrayOptions array = new ArrayOptions();

  @Mixin CommonOptions common = new CommonOptions();

  GaussianCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    long samples = GivenQuantity.count("--count", count, 1, MOST_SAMPLES);
    int bits = bits();
    requireFolder();
    ResultFolder folder = ResultFolder.of(figures);
    folder.prepare();
    try (Workers workers = new Workers(common.threads())) {
      BitSource coin = bitSource(workers);
      StatedGaussian gaussian = checked(() -> method.of(coin, bits));
      StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("entropy gaussian");
      Progress progress = common.progress(session);
      SampleBlocks.Written written =
          new SampleBlocks(gaussian, key, samples).write(out, workers, progress);
      StatedLaw law = gaussian.law();
      folder.write(
          List.of(written.histogram().table(law)),
          List.of(written.histogram().draw(law, gaussian.name())));
      print(gaussian, bits, written);
    }
    return ExitStatus.DONE;
  }

  private int bits() {
    int usual = Math.clamp(16, method.leastBits(), method.mostBits());
    if (bitsPerSample.isEmpty()) {
      return usual;
    }
    try {
      return GivenQuantity.smallCount(
          "--bits-per-sample", bitsPerSample, method.leastBits(), method.mostBits());
    } catch (UnusableInput refusal) {
      throw new UnusableInput(refusal.getMessage() + " with --method " + method, refusal);
    }
  }

  private void requireFolder() {
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new UnusableInput(
          "--out must lie in a folder that exists, but " + folder + " does not");
    }
  }

  private BitSource bitSource(Workers workers) {
    if (method == GaussianMethod.SOFTWARE) {
      UnusedOptions.tell(
          session,
          spec,
          "with --method software, which draws its own bits",
          "--source",
          "--probability",
          "--recorded",
          "--device",
          "--set",
          "--rows",
          "--columns",
          "--xor-fold");
      return new KeyedBits();
    }
    Source chosen = source.chosen();
    if (!chosen.isSimulated()) {
      UnusedOptions.tell(
          session, spec, "with --source " + chosen, "--device", "--set", "--rows", "--columns");
    }
    ConditionedBits raw =
        switch (chosen) {
          case KEYED -> source.keyed();
          case SYSTEM -> SourceOptions.system();
          case RESET ->
              checked(() ->
                  SourceOptions.reset(
                      junction(workers), array.height(), array.width(), Optional.empty()));
          case FREE_RUNNING ->
              checked(() ->
                  SourceOptions.freeRunning(
                      junction(workers), array.height(), array.width(), Optional.empty()));
          case RECORDED ->
              throw new UnusableInput(
                  "--source must be keyed, reset, free-running or system, but was recorded, for"
                      + " samples are drawn in any order");
        };
    return raw.then(new ConditionStep.Xor(array.fold())).source();
  }

  private Junction junction(Workers workers) {
    return device.junction(common.seedOrDefault(), workers, common.progress(session));
  }

  private void print(StatedGaussian gaussian, int bits, SampleBlocks.Written written) {
    StatedLaw law = gaussian.law();
    SampleMoments moments = written.moments();
    double perSecond = moments.count() / Math.max(written.cpuSeconds(), 1e-9);
    if (common.json) {
      JsonOutput.print(session.out(), document(gaussian, bits, law, moments, perSecond));
      return;
    }
    session.print("%s: %d samples, %s", out, moments.count(), gaussian.name());
    TextTable table = new TextTable("moment", "stated", "measured", "standard error");
    double n = moments.count();
    row(table, "mean", law.mean(), moments.mean(), Math.sqrt(law.variance() / n));
    row(
        table,
        "variance",
        law.variance(),
        moments.variance(),
        law.variance() * Math.sqrt((2 + law.excessKurtosis()) / n));
    row(table, "skewness", law.skewness(), moments.skewness(), Math.sqrt(6 / n));
    row(
        table,
        "excess kurtosis",
        law.excessKurtosis(),
        moments.excessKurtosis(),
        Math.sqrt(24 / n));
    row(table, "largest magnitude", law.reachSigma(), moments.largest(), Double.NaN);
    table.print(session.out());
    law.distanceFromNormal()
        .ifPresent(d -> session.print("Kolmogorov-Smirnov distance of the stated law: %.4g", d));
    session.print(
        "%.4g bits a sample; %.3g samples per CPU second", law.expectedBitsPerSample(), perSecond);
  }

  private static void row(
      TextTable table, String name, double stated, double measured, double error) {
    table.add(name, number(stated), number(measured), number(error));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value + 0.0);
  }

  private Map<String, Object> document(
      StatedGaussian gaussian, int bits, StatedLaw law, SampleMoments moments, double perSecond) {
    Map<String, Object> document =
        JsonOutput.object(
            "file", out.toString(),
            "count", moments.count(),
            "method", method.toString(),
            "source", gaussian.name(),
            "bitsPerSample", bits,
            "expectedBitsPerSample", law.expectedBitsPerSample(),
            "xorFold", array.fold(),
            "meanStated", law.mean(),
            "meanMeasured", moments.mean(),
            "varianceStated", law.variance(),
            "varianceMeasured", moments.variance(),
            "skewnessStated", law.skewness(),
            "skewnessMeasured", moments.skewness(),
            "excessKurtosisStated", law.excessKurtosis(),
            "excessKurtosisMeasured", moments.excessKurtosis(),
            "reachSigma", law.reachSigma(),
            "largestMeasured", moments.largest());
    document.values().removeIf(value -> value instanceof Double d && d.isNaN());
    law.distanceFromNormal().ifPresent(d -> document.put("distanceFromNormal", d));
    document.put("samplesPerCpuSecond", perSecond);
    document.put("seed", common.seedOrDefault());
    return document;
  }
}
