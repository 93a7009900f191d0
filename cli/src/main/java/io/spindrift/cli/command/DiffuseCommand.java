package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.experiment.stage.Apparatus;
import io.spindrift.memory.array.CellKinds;
import io.spindrift.memory.gaussian.NoiseDose;
import io.spindrift.memory.process.Correction;
import io.spindrift.memory.process.PlaneCode;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code memory diffuse}: the forward process in the array, beside the one in software. */
@Command(
    name = "diffuse",
    sortOptions = false,
    header = "Let images diffuse in the memory array, beside the process in software.",
    description = {
      "bits: bit planes under pulses whose flip probability follows a schedule. gaussian: counts of"
          + " coins added to stored pixels. langevin: the membrane potential of leaky neurons"
          + " driven by junctions; no images.",
      "Every step is checked against its exact law: bits by the binomial law, pixels by chi-square"
          + " (the table gives chi-square for both). With bits the last state is conditioned and"
          + " examined by SP 800-22 and autocorrelation. Exit status 1 when the smallest p-value,"
          + " times the number of marginals, is below 1e-6 (a correct device fails so at most once"
          + " in a million runs), or when the last state fails its certificate (fair bits fail so"
          + " once in a hundred runs).",
      "JSON: process, source, settings, images, frames, check (passes, familyPValue, falseAlarm),"
          + " counts (by action), end (with bits: planes, each with startOnesShare,"
          + " uncorrectedBias, predictedBias, bias and biasError; certificate, with condition,"
          + " verdict, passes, bits, onesShare, predictedOnesShare, level, judged, rejected and"
          + " biasRevealed), steps (step, part, predictedFlipShare or predictedVariance, flipShare"
          + " or variance, predictedOnesShare or predictedMean, onesShare or mean, chiSquare,"
          + " freedom, pValue, exactPValue, correlation, actions, joules). With langevin instead of"
          + " images, frames and steps: inputs, shareOfOnes, coinCorrelation, stepSeconds,"
          + " timeConstantSeconds, weightVolts, paths, steps, and mean, variance and"
          + " autocorrelation, each measured and predicted.",
      "--out: frames (PNG grids and frames.npy, [frame, image, channel, height, width]), the strip"
          + " picture, tables and figures."
    },
    footer = {
      "",
      "Example: spindrift memory diffuse --process bits --correction noise-row --out diffused",
      "Example: spindrift memory diffuse --process gaussian --adder memory --schedule linear",
      "Example: spindrift memory diffuse --process langevin --coin free-running"
    })
final class DiffuseCommand implements Callable<Integer> {
  private static final String[] OF_IMAGES = {
    "--data", "--images", "--schedule", "--final-correlation", "--frames"
  };
  private static final String[] OF_BITS = {
    "--code", "--planes", "--correction", "--kinds", "--condition"
  };
  private static final String[] OF_GAUSSIAN = {"--adder", "--coins", "--centre"};

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--process",
      paramLabel = "bits|gaussian|langevin",
      defaultValue = "bits",
      description = "What diffuses; the default is ${DEFAULT-VALUE}.")
  DiffuseProcess process = DiffuseProcess.BITS;

  @Mixin DiffuseOptions options = new DiffuseOptions();

  @Option(
      names = "--code",
      paramLabel = "plain|gray",
      defaultValue = "plain",
      description = "bits: how pixels are written in bits; the default is ${DEFAULT-VALUE}.")
  String code = "";

  @Option(
      names = "--planes",
      paramLabel = "N",
      defaultValue = "8",
      description = "bits: upper bits of a pixel that are kept; the default is ${DEFAULT-VALUE}.")
  String planes = "";

  @Option(
      names = "--correction",
      paramLabel = "NAME",
      defaultValue = "noise-row",
      description =
          "bits: what is done about pulses that flip one state more often: none, inversion,"
              + " noise-row or state-pulses; the default is ${DEFAULT-VALUE}.")
  String correction = "";

  @Option(
      names = "--kinds",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "bits: how many different junctions of the device the cells are, a power of two; 1 makes"
              + " every cell the nominal one. The default is ${DEFAULT-VALUE}.")
  String kinds = "";

  @Option(
      names = "--condition",
      paramLabel = "NAME",
      defaultValue = "xor:2",
      description =
          "bits: what is done to the bits of the last state before they are examined: none, xor:K"
              + " (of K rows far apart) or von-neumann; the default is ${DEFAULT-VALUE}.")
  String condition = "";

  @Option(
      names = "--adder",
      paramLabel = "memory|periphery",
      defaultValue = "periphery",
      description = "gaussian: where counts are added; the default is ${DEFAULT-VALUE}.")
  String adder = "";

  @Option(
      names = "--coins",
      paramLabel = "N",
      defaultValue = "64",
      description = "gaussian: most coins per pixel and step; the default is ${DEFAULT-VALUE}.")
  String coins = "";

  @Option(
      names = "--centre",
      paramLabel = "calibrated|fair",
      defaultValue = "calibrated",
      description =
          "gaussian: counts are centred on the coin's own share of ones, or on one half; the"
              + " default is ${DEFAULT-VALUE}.")
  String centre = "";

  @Mixin DiffuseLangevin langevin = new DiffuseLangevin();

  @Mixin DeviceOptions device = new DeviceOptions();

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  DiffuseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    tellOfUnused();
    options.frames();
    long seed = common.seedOrDefault();
    StreamKey key = StreamKey.root(seed).purpose("memory diffuse");
    if (process == DiffuseProcess.LANGEVIN) {
      return langevin(seed, key.purpose("langevin"));
    }
    PlaneCode written = code();
    Correction corrected =
        Correction.named(correction)
            .orElseThrow(() ->
                new UnusableInput(
                    "--correction must be one of "
                        + Correction.words()
                        + ", but was '"
                        + correction
                        + "'"));
    int kept = GivenQuantity.smallCount("--planes", planes, 1, 8);
    boolean inMemory = choice("--adder", adder, "memory", "periphery");
    boolean calibrated = choice("--centre", centre, "calibrated", "fair");
    int most = GivenQuantity.smallCount("--coins", coins, 4, NoiseDose.MOST_COINS);
    DiffuseCondition conditioned = DiffuseCondition.parse(condition);
    CellKinds cells = kinds(key.purpose("cells"));
    ImageSet images = options.images(process, seed);
    byte[] pixels = pixels(images);
    folder.prepare();
    DiffuseResult result;
    try (Workers workers = new Workers(common.threads())) {
      Apparatus.CurvedJunction made = device.curved(seed, workers, common.progress(session));
      result =
          checked(() ->
              process == DiffuseProcess.BITS
                  ? new DiffuseBits(written, kept, corrected, cells, conditioned)
                      .run(
                          pixels,
                          images.shape(),
                          options,
                          made.junction(),
                          made.curve(),
                          key.purpose("bits"),
                          workers,
                          common.progress(session))
                  : new DiffuseGaussian(inMemory, most, calibrated)
                      .run(
                          pixels,
                          images.shape(),
                          options,
                          made.junction(),
                          key.purpose("gaussian"),
                          workers,
                          common.progress(session)));
    }
    return show(new DiffuseView(result, settings()));
  }

  private String settings() {
    String schedule = options.schedule(process) + " schedule of " + options.steps() + " steps";
    return process == DiffuseProcess.BITS
        ? planes
            + " planes, "
            + code
            + " code, correction "
            + correction
            + ", "
            + schedule
            + kinds()
        : "added by " + adder + ", " + centre + " centre, " + schedule;
  }

  private String kinds() {
    return kinds.equals("1") ? "" : ", " + kinds + " kinds of cells";
  }

  private int show(DiffuseView view) {
    List<Path> written =
        new ArrayList<>(folder.write(List.of(view.table(), view.counts()), view.figures()));
    if (folder.wanted()) {
      written.addAll(view.frames(folder.path()));
    }
    print(view.document(), () -> view.print(session), written);
    return view.passes() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
  }

  private int langevin(long seed, StreamKey key) {
    folder.prepare();
    MembraneView view;
    try (Workers workers = new Workers(common.threads())) {
      Apparatus.CurvedJunction made = device.curved(seed, workers, common.progress(session));
      view =
          langevin.run(
              made.junction(), options.steps(1000), key, workers, common.progress(session));
    }
    List<Path> written = folder.write(view.tables(), view.figures());
    print(view.document(), () -> view.print(session), written);
    return view.passes() ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
  }

  private void print(Object document, Runnable text, List<Path> written) {
    if (common.json) {
      JsonOutput.print(session.out(), document);
    } else {
      text.run();
      written.forEach(file -> session.print("wrote %s", file));
    }
  }

  private static byte[] pixels(ImageSet images) {
    int size = images.shape().size();
    byte[] pixels = new byte[Math.multiplyExact(size, images.count())];
    for (int i = 0; i < images.count(); i++) {
      images.read(i, pixels, i * size);
    }
    return pixels;
  }

  private CellKinds kinds(StreamKey key) {
    int count = GivenQuantity.smallCount("--kinds", kinds, 1, CellKinds.MOST);
    if (Integer.bitCount(count) != 1) {
      throw new UnusableInput("--kinds must be a power of two, but was " + kinds);
    }
    return count == 1 ? CellKinds.nominal() : new CellKinds(count, key);
  }

  private PlaneCode code() {
    return choice("--code", code, "gray", "plain") ? PlaneCode.GRAY : PlaneCode.PLAIN;
  }

  private static boolean choice(String option, String text, String yes, String no) {
    if (!text.equals(yes) && !text.equals(no)) {
      throw new UnusableInput(
          option + " must be " + yes + " or " + no + ", but was '" + text + "'");
    }
    return text.equals(yes);
  }

  private void tellOfUnused() {
    String reason = "with --process " + process;
    if (process != DiffuseProcess.BITS) {
      UnusedOptions.tell(session, spec, reason, OF_BITS);
    }
    if (process != DiffuseProcess.GAUSSIAN) {
      UnusedOptions.tell(session, spec, reason, OF_GAUSSIAN);
    }
    if (process == DiffuseProcess.LANGEVIN) {
      UnusedOptions.tell(session, spec, reason, OF_IMAGES);
    } else {
      UnusedOptions.tell(session, spec, reason, DiffuseLangevin.NAMES);
    }
  }
}
