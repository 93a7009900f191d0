package io.spindrift.experiment.report;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.image.PngGrid;
import io.spindrift.experiment.run.CostReading;
import io.spindrift.experiment.run.CostReading.AreaReading;
import io.spindrift.experiment.run.CostReading.ClaimReading;
import io.spindrift.experiment.run.CostReading.CostComparison;
import io.spindrift.experiment.run.CostReading.ImageCost;
import io.spindrift.experiment.run.CostReading.LedgerEntry;
import io.spindrift.experiment.run.CostReading.PriceReading;
import io.spindrift.experiment.run.CostReading.SensitivityReading;
import io.spindrift.experiment.run.CostReading.StageCostReading;
import io.spindrift.experiment.run.CostReading.SwingReading;
import io.spindrift.experiment.run.CostReading.TechnologyReading;
import io.spindrift.experiment.run.Metrics;
import io.spindrift.experiment.run.Metrics.StageTime;
import io.spindrift.experiment.run.RunDirectory;
import io.spindrift.experiment.run.RunState;
import io.spindrift.experiment.run.RunState.Status;
import io.spindrift.experiment.run.StageReading.ArmReading;
import io.spindrift.experiment.run.StageReading.BitReading;
import io.spindrift.experiment.run.StageReading.CheckReading;
import io.spindrift.experiment.run.StageReading.DeviceReading;
import io.spindrift.experiment.run.StageReading.DiffusionReading;
import io.spindrift.experiment.run.StageReading.EntropyReading;
import io.spindrift.experiment.run.StageReading.FidReading;
import io.spindrift.experiment.run.StageReading.Interval;
import io.spindrift.experiment.run.StageReading.MemoryReading;
import io.spindrift.experiment.run.StageReading.MetricReading;
import io.spindrift.experiment.run.StageReading.NoiseReading;
import io.spindrift.experiment.run.StageReading.Verdict;
import io.spindrift.experiment.run.Table;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A finished run made by hand: invented numbers of the right shape, no physics. */
public final class FixtureRun {
  private static final Map<String, String> VERSIONS =
      Map.of("spindrift", "0.1.0", "java", "25.0.3", "tensors", "fixture engine, 2 threads");

  /** Writes the run to {@code root}. */
  public static RunDirectory write(Path root) {
    RunState state =
        new RunState(
            "spindrift",
            "strokes-default",
            Status.DONE,
            null,
            20240,
            "default",
            "spindrift run",
            "2026-11-02T10:15:00Z",
            List.of("device"),
            VERSIONS);
    Metrics metrics =
        Metrics.begin("strokes-default", 20240, VERSIONS)
            .with(device())
            .with(entropy())
            .with(memory())
            .with(diffusion())
            .with(fid())
            .with(cost())
            .finished(new StageTime("device", 21.4))
            .finished(new StageTime("diffusion", 402.7));
    RunDirectory directory = RunDirectory.create(root, state, metrics);
    curve(directory);
    noise(directory);
    training(directory);
    for (String name : List.of("hardware", "software", "real")) {
      new PngGrid(8, 2)
          .write(directory.file("images/" + name + ".png"), new ImageShape(1, 28, 28), blobs(name));
    }
    return directory;
  }

  private static DeviceReading device() {
    return new DeviceReading(
        "vcmtj-measured-type",
        "compact fit of a field-free VC-MTJ",
        List.of("switching.*: hyryn-git/VC-MTJ_MC_Model 2026", "resistance.*: same"),
        1.44,
        2.1e-9,
        "plateau",
        300,
        0.465,
        0.536,
        76900,
        97200,
        54.1e-15,
        4000);
  }

  private static EntropyReading entropy() {
    Map<String, CheckReading> checks = new LinkedHashMap<>();
    checks.put("frequency", new CheckReading("frequency", 0.83, 0.406, Verdict.PASSES));
    checks.put("runs", new CheckReading("runs", 1.21, 0.226, Verdict.PASSES));
    checks.put("blockFrequency", new CheckReading("block frequency", 7743.0, 0.61, Verdict.PASSES));
    checks.put("cumulativeSums", new CheckReading("cumulative sums", 1432.0, 0.31, Verdict.PASSES));
    checks.put("autocorrelation", new CheckReading("autocorrelation", 41.2, 1.2e-4, Verdict.FAILS));
    checks.put("excursions", new CheckReading("excursions", null, null, Verdict.NOT_APPLICABLE));
    return new EntropyReading(
        new BitReading(
            "reset coins",
            1 << 20,
            1024,
            2,
            0.50031,
            -0.0004,
            0.01,
            false,
            "So many bits show a large offset.",
            null),
        checks,
        new NoiseReading(
            "sum of 16 bits",
            16,
            1 << 20,
            -0.0006,
            1.0011,
            0.0003,
            -0.124,
            0.0987,
            4,
            0.0982,
            Map.of("mean", new CheckReading("Mean", -0.6, 0.55, Verdict.PASSES)),
            Map.of("mean", new CheckReading("Mean", -0.6, 0.55, Verdict.PASSES)),
            "So many samples show a large shift."));
  }

  private static MemoryReading memory() {
    return new MemoryReading(
        256, 256, 0.5, 0.03, true, Map.of("coin pulse", 32.0, "cell read", 32.0));
  }

  private static DiffusionReading diffusion() {
    return new DiffusionReading(
        "strokes, drawn at run time",
        "28x28 grey",
        20000,
        2000,
        "cosine schedule, 1000 steps",
        "DDIM, 50 steps",
        "U-Net, width 16, multipliers 1 2 2",
        412_345,
        28_700_000,
        "fixture engine",
        new ArmReading("junction noise, 16 bits", 4000, 64, 0.0312, 2000, 50, 412, 0.004, 23),
        new ArmReading("software noise, ziggurat", 4000, 64, 0.0308, 2000, 50, 430, 0.003, 26));
  }

  private static FidReading fid() {
    return new FidReading(
        "self (small classifier trained by this run)",
        64,
        new Interval(3.12, 2.9, 3.41, 2000),
        new Interval(2.98, 2.77, 3.25, 2000),
        new Interval(0.41, 0.37, 0.49, 2000),
        2000,
        200,
        0.95,
        List.of(),
        List.of(
            new MetricReading(
                "KID",
                new Interval(0.021, 0.018, 0.024, 2000),
                new Interval(0.02, 0.017, 0.023, 2000),
                new Interval(-0.0001, -0.0004, 0.0002, 2000)),
            new MetricReading(
                "precision",
                new Interval(0.71, 0.69, 0.73, 2000),
                new Interval(0.72, 0.70, 0.74, 2000),
                new Interval(0.93, 0.92, 0.94, 2000))));
  }

  private static CostReading cost() {
    TechnologyReading ours =
        new TechnologyReading(
            "run",
            "this run: vcmtj, 2 raw bits per bit",
            "calibrated model",
            108e-15,
            0.027e-12,
            2.5e8,
            9.3e21,
            2.9e-27,
            4.0,
            "pulse and read energy of this device");
    TechnologyReading ring =
        new TechnologyReading(
            "cmos-28-ring",
            "synthesised ring-oscillator TRNG",
            "measured silicon",
            23e-12,
            null,
            23e6,
            null,
            null,
            null,
            "Yang et al. ISSCC 2014");
    TechnologyReading urng =
        new TechnologyReading(
            "cmos-14-urng",
            "all-digital full-entropy TRNG",
            "measured silicon",
            3e-12,
            1008e-12,
            162.5e6,
            1.6e17,
            3.0e-21,
            2.9e-3,
            "Mathew et al. 2016 (uRNG)");
    return new CostReading(
        List.of(
            new LedgerEntry("training", "coin pulse", 1_234_567_890, 6.7e-5, "R(V) and pulse"),
            new LedgerEntry("training", "off-chip byte", 22_000, 2e-6, "assumed")),
        new CostComparison(
            List.of(ours, ours),
            List.of(ring, urng),
            List.of(
                new ClaimReading(
                    "energy per bit", "cell only", 1.7, 213.0, 6, Map.of("falls short", 6)),
                new ClaimReading(
                    "energy x area", "cell only", 1e5, 1e7, 4, Map.of("is exceeded", 4)),
                new ClaimReading(
                    "energy per bit per area",
                    "cell only",
                    1e-4,
                    2e-3,
                    4,
                    Map.of("is reversed", 4))),
            new ImageCost(
                Map.of("noise", 2.1e-9, "denoiser arithmetic", 1.4e-4),
                Map.of("noise", "R(V) and pulse", "denoiser arithmetic", "Horowitz 2014"),
                3.1e-6),
            "cell of 34.5 squared features",
            28e-9,
            List.of("action-prices version 2, 2026-11-29"),
            List.of(
                new PriceReading(
                    "coin pulse", 54e-15, 36e-15, 81e-15, "test", 2e-9, "model", "R(V) and pulse")),
            List.of(new AreaReading("cell", 65536, 0.027e-12, 1.77e-9, "model", "NVSim")),
            List.of(new StageCostReading("training", 6.7e-5, 0.3, 6e8)),
            List.of(
                sensitivity("energy per bit (J/bit)", 1.2),
                sensitivity("energy x area (J m2/bit)", 480)),
            List.of(
                "By energy per bit, 1.7 times better cell only and 1.2 times better with periphery"
                    + " than a ring: the claim falls short.")));
  }

  private static SensitivityReading sensitivity(String reading, double advantage) {
    return new SensitivityReading(
        reading,
        "with periphery",
        "cmos-130-latch",
        advantage,
        "falls short",
        List.of(
            new SwingReading(
                "pulse voltage",
                "V",
                1.4,
                1.3,
                1.5,
                "assumed",
                1.3 * advantage,
                0.7 * advantage,
                "falls short",
                "is reversed",
                true)));
  }

  private static void curve(RunDirectory directory) {
    double[] t = IntStream.rangeClosed(2, 50).mapToDouble(i -> i * 1e-10).toArray();
    double[] p = map(t, x -> 0.5 + 0.5 * Math.cos(x * 4.4e9) * Math.exp(-x * 6e8) * -1);
    double[] q = map(p, x -> Math.min(1, x * 0.93));
    directory.write(
        Table.named("switching_curve")
            .reals("pulse_seconds", t)
            .reals("from_parallel", p)
            .reals("from_parallel_low", map(p, x -> x - 0.03))
            .reals("from_parallel_high", map(p, x -> x + 0.03))
            .reals("from_antiparallel", q)
            .reals("from_antiparallel_low", map(q, x -> x - 0.03))
            .reals("from_antiparallel_high", map(q, x -> x + 0.03)));
  }

  private static void noise(RunDirectory directory) {
    double[] x = IntStream.rangeClosed(-16, 16).mapToDouble(i -> i * 0.25).toArray();
    double[] normal = map(x, v -> Math.exp(-v * v / 2) / Math.sqrt(2 * Math.PI));
    RandomStream random = StreamKey.root(5).purpose("grid").open();
    directory.write(
        Table.named("noise_histogram")
            .reals("center_sigma", x)
            .reals("density", map(normal, v -> v * (0.97 + 0.06 * random.nextDouble())))
            .reals("normal_density", normal));
    directory.write(
        Table.named("autocorrelation")
            .wholes("lag", IntStream.rangeClosed(1, 64).asLongStream().toArray())
            .reals("correlation", random.doubles(64, -0.0022, 0.0022).toArray()));
  }

  private static void training(RunDirectory directory) {
    double[] s = IntStream.rangeClosed(1, 100).mapToDouble(i -> i * 40).toArray();
    directory.write(
        Table.named("training_loss")
            .reals("step", s)
            .reals("hardware", map(s, x -> 0.03 + 12 / (x + 10)))
            .reals("software", map(s, x -> 0.029 + 12.5 / (x + 10))));
    double[] k = IntStream.range(0, 1000).asDoubleStream().toArray();
    directory.write(
        Table.named("schedule")
            .reals("step", k)
            .reals("signal", map(k, x -> Math.cos(x / 1000 * Math.PI / 2)))
            .reals("noise", map(k, x -> Math.sin(x / 1000 * Math.PI / 2))));
  }

  private static byte[] blobs(String name) {
    RandomStream random = StreamKey.root(5).purpose(name).open();
    byte[] pixels = new byte[64 * 784];
    for (int image = 0; image < 64; image++) {
      double cx = 8 + 12 * random.nextDouble();
      double cy = 8 + 12 * random.nextDouble();
      for (int i = 0; i < 784; i++) {
        double r = Math.hypot(i % 28 - cx, i / 28 - cy);
        pixels[image * 784 + i] = (byte) (255 * Math.exp(-Math.pow((r - 6) / 1.6, 2)));
      }
    }
    return pixels;
  }

  private static double[] map(double[] values, java.util.function.DoubleUnaryOperator rule) {
    return DoubleStream.of(values).map(rule).toArray();
  }

  private FixtureRun() {}
}
