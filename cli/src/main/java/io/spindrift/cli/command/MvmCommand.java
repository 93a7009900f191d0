package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.memory.product.CountExperiment;
import io.spindrift.memory.product.IntegerMatrix;
import io.spindrift.memory.product.IntegerMatrixFile;
import io.spindrift.memory.product.Periphery;
import io.spindrift.memory.product.ProductCoding;
import io.spindrift.memory.product.ProductExperiment;
import io.spindrift.memory.product.ProductMeasurement;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code memory mvm}: the error of a matrix-vector product on bit lines. */
@Command(
    name = "mvm",
    sortOptions = false,
    header = "Multiply vectors by a matrix stored in cells: error, actions and energy.",
    description = {
      "Integers are stored in pairs of cells on differential columns, currents add up, converters"
          + " and adders make the result. Measured over chips whose cells differ, beside the"
          + " variance in closed form (analytic) and with the converter enumerated (expected).",
      "JSON: method, rows, columns, vectors, chips, noise, and points, each with spread,"
          + " onOffRatio, adcBits, stepCounts, errorVariance, standardError, analyticVariance,"
          + " spreadVariance, noiseVariance, quantisationVariance, expectedVariance,"
          + " signalVariance, effectiveBits (null without error), actionsPerAccumulation (by"
          + " action), joulesPerAccumulation (null where an action has no price), unpriced; seed."
          + " With --method count: points have spread, onOffRatio, adcBits, stepCounts,"
          + " errorVariance, standardError, expectedVariance, wrongShare, expectedWrongShare,"
          + " joulesPerCount."
    },
    footer = {
      "",
      "Example: spindrift memory mvm --rows 128 --columns 32 --spread 0.02,0.1 --adc-bits 4:8:1"
          + " --dac-bits 2"
    })
final class MvmCommand implements Callable<Integer> {
  static final int MOST = 1 << 16;
  private static final int COUNTED = 256;

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--method",
      paramLabel = "binary|bit-sliced|count",
      defaultValue = "bit-sliced",
      description =
          "binary: weights and inputs of -1, 0 and 1, one pair of cells each; count: the population"
              + " count of each column of random bits; the default is ${DEFAULT-VALUE}.")
  String method = "";

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "128",
      description = "Inputs of a vector; the default is ${DEFAULT-VALUE}.")
  String rows = "";

  @Option(
      names = "--columns",
      paramLabel = "N",
      defaultValue = "32",
      description = "Results of a vector; the default is ${DEFAULT-VALUE}.")
  String columns = "";

  @Mixin MvmCoding coding = new MvmCoding();

  @Mixin MvmPeriphery periphery = new MvmPeriphery();

  @Option(
      names = "--vectors",
      paramLabel = "N",
      defaultValue = "8",
      description = "Vectors of random inputs; the default is ${DEFAULT-VALUE}.")
  String vectors = "";

  @Option(
      names = "--chips",
      paramLabel = "N",
      defaultValue = "16",
      description = "Chips whose cells differ; the default is ${DEFAULT-VALUE}.")
  String chips = "";

  @Option(
      names = "--weights",
      paramLabel = "NPY",
      description = "Take the weights from this file of integers, [rows,columns].")
  @Nullable Path weights;

  @Option(
      names = "--inputs",
      paramLabel = "NPY",
      description = "Take the inputs from this file of integers, [vectors,rows].")
  @Nullable Path inputs;

  @Mixin MvmCells cells = new MvmCells();

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  MvmCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return method.equalsIgnoreCase("count") ? count() : product();
  }

  private int count() {
    UnusedOptions.refuse(
        spec,
        "with --method count",
        "--weight-bits",
        "--input-bits",
        "--signed-inputs",
        "--dac-bits",
        "--adc-reach",
        "--tile-rows",
        "--wire-resistance",
        "--ir-drop",
        "--vectors",
        "--weights",
        "--inputs");
    boolean given = spec.commandLine().getParseResult().hasMatchedOption("--columns");
    CountExperiment experiment =
        checked(() ->
            new CountExperiment(
                GivenQuantity.smallCount("--rows", rows, 1, MOST),
                given ? GivenQuantity.smallCount("--columns", columns, 1, MOST) : COUNTED,
                GivenQuantity.smallCount("--chips", chips, 1, MOST)));
    List<Periphery> peripheries = periphery.choices();
    long seed = common.seedOrDefault();
    folder.prepare();
    StreamKey key = StreamKey.root(seed).purpose("memory mvm").purpose("count");
    List<CountView.Point> points = new ArrayList<>();
    try (Workers workers = new Workers(common.threads())) {
      for (MvmCells.Choice choice : cells.choices(spec, seed, workers, common.progress(session))) {
        for (Periphery p : peripheries) {
          points.add(
              new CountView.Point(
                  choice.relativeSpread(),
                  choice.onOffRatio(),
                  p.conversionBits(),
                  checked(() ->
                      experiment.run(choice.ofChip(), p.conversionBits(), p.noiseCells(), key))));
        }
      }
    }
    CountView view = new CountView(experiment, points, seed);
    List<Path> written = folder.wanted() ? folder.write(view.tables(), List.of()) : List.of();
    if (common.json) {
      JsonOutput.print(session.out(), view.document());
    } else {
      view.print(session);
      written.forEach(file -> session.print("wrote %s", file));
    }
    return ExitStatus.DONE;
  }

  private int product() {
    ProductCoding chosen = coding.of(method, spec);
    List<Periphery> peripheries = periphery.choices();
    ProductExperiment experiment = experiment(chosen);
    long seed = common.seedOrDefault();
    folder.prepare();
    List<MvmView.Point> points = new ArrayList<>();
    Progress progress = common.progress(session);
    try (Workers workers = new Workers(common.threads())) {
      for (MvmCells.Choice choice : cells.choices(spec, seed, workers, progress)) {
        StreamKey key = StreamKey.root(seed).purpose("memory mvm").purpose("noise");
        List<ProductMeasurement> measured =
            checked(() -> experiment.run(choice.ofChip(), peripheries, key, workers, progress));
        for (int i = 0; i < measured.size(); i++) {
          points.add(MvmView.Point.of(choice, peripheries.get(i), measured.get(i)));
        }
      }
    }
    MvmView view = new MvmView(method, experiment, peripheries.getFirst(), points, seed);
    List<Path> written = folder.write(view.tables(), view.figures());
    if (common.json) {
      JsonOutput.print(session.out(), view.document());
    } else {
      view.print(session);
      written.forEach(file -> session.print("wrote %s", file));
    }
    return ExitStatus.DONE;
  }

  private ProductExperiment experiment(ProductCoding chosen) {
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("memory mvm");
    IntegerMatrix matrix =
        weights == null
            ? drawn(
                GivenQuantity.smallCount("--rows", rows, 1, MOST),
                GivenQuantity.smallCount("--columns", columns, 1, MOST),
                chosen.smallestWeight(),
                chosen.largestWeight(),
                key.purpose("weights"))
            : IntegerMatrixFile.read(weights, chosen.smallestWeight(), chosen.largestWeight());
    IntegerMatrix given =
        inputs == null
            ? drawn(
                GivenQuantity.smallCount("--vectors", vectors, 1, MOST),
                matrix.rows(),
                chosen.smallestInput(),
                chosen.largestInput(),
                key.purpose("inputs"))
            : IntegerMatrixFile.read(inputs, chosen.smallestInput(), chosen.largestInput());
    int count = GivenQuantity.smallCount("--chips", chips, 2, MOST);
    return checked(() -> new ProductExperiment(chosen, matrix, given, count));
  }

  private static IntegerMatrix drawn(
      int rows, int columns, int smallest, int largest, StreamKey key) {
    long elements = (long) rows * columns;
    if (elements > 1 << 26) {
      throw new UnusableInput(
          "the matrix must have at most 67 million elements, but would have " + elements);
    }
    RandomStream random = key.open();
    int[] values = new int[(int) elements];
    Arrays.setAll(values, i -> random.nextInt(smallest, largest + 1));
    return new IntegerMatrix(rows, columns, values);
  }
}
