package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.memory.product.BinaryCoding;
import io.spindrift.memory.product.BitLine;
import io.spindrift.memory.product.BitSlicedCoding;
import io.spindrift.memory.product.CountExperiment;
import io.spindrift.memory.product.IntegerMatrix;
import io.spindrift.memory.product.IntegerMatrixFile;
import io.spindrift.memory.product.Periphery;
import io.spindrift.memory.product.ProductCoding;
import io.spindrift.memory.product.ProductExperiment;
import io.spindrift.memory.product.ProductMeasurement;
import io.spindrift.memory.product.ResistiveBitLine;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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
  private static final int MOST = 1 << 16;
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

  @Option(
      names = "--weight-bits",
      paramLabel = "N",
      defaultValue = "4",
      description = "Bits of a weight, sign included; the default is ${DEFAULT-VALUE}.")
  String weightBits = "";

  @Option(
      names = "--input-bits",
      paramLabel = "N",
      defaultValue = "4",
      description = "Bits of an input; the default is ${DEFAULT-VALUE}.")
  String inputBits = "";

  @Option(names = "--signed-inputs", description = "Inputs are signed (two's complement).")
  boolean signedInputs;

  @Option(
      names = "--dac-bits",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Bits of an input that drive a row in one cycle; 1 is bit-serial and the default.")
  String dacBits = "";

  @Option(
      names = "--adc-bits",
      paramLabel = "LIST",
      defaultValue = "4:8:1",
      description = "Bits of a conversion, a list or a range; the default is ${DEFAULT-VALUE}.")
  String adcBits = "";

  @Option(
      names = "--adc-reach",
      paramLabel = "full|SIGMAS",
      defaultValue = "full",
      description =
          "What a conversion spans: every sum that can occur, or so many standard deviations of a"
              + " sum on either side; the default is ${DEFAULT-VALUE}.")
  String adcReach = "";

  @Option(
      names = "--tile-rows",
      paramLabel = "N",
      defaultValue = "128",
      description = "Most rows that share a bit line; the default is ${DEFAULT-VALUE}.")
  String tileRows = "";

  @Option(
      names = "--noise",
      paramLabel = "CELLS",
      defaultValue = "0",
      description =
          "Input noise of a conversion, in units of what one cell at full drive adds when it turns;"
              + " the default is ${DEFAULT-VALUE}.")
  String noise = "";

  @Option(
      names = {"--wire-resistance", "--ir-drop"},
      paramLabel = "OHM",
      defaultValue = "0Ohm",
      description =
          "Resistance of a bit line from one cell to the next (IR drop); the default is none.")
  String wireResistance = "";

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
    List<Periphery> peripheries = peripheries();
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
    ProductCoding coding = coding();
    List<Periphery> peripheries = peripheries();
    ProductExperiment experiment = experiment(coding);
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

  private ProductCoding coding() {
    return switch (method.toLowerCase(Locale.ROOT)) {
      case "binary" -> {
        UnusedOptions.refuse(
            spec,
            "with --method binary",
            "--weight-bits",
            "--input-bits",
            "--signed-inputs",
            "--dac-bits");
        yield BinaryCoding.SIGNED;
      }
      case "bit-sliced" -> {
        int width = GivenQuantity.smallCount("--input-bits", inputBits, 1, 16);
        yield new BitSlicedCoding(
            GivenQuantity.smallCount("--weight-bits", weightBits, 2, 16),
            width,
            signedInputs,
            GivenQuantity.smallCount("--dac-bits", dacBits, 1, width));
      }
      default ->
          throw new UnusableInput(
              "--method must be binary, bit-sliced or count, but was '" + method + "'");
    };
  }

  private List<Periphery> peripheries() {
    double ohms =
        GivenQuantity.notNegative("--wire-resistance", wireResistance, Dimension.RESISTANCE);
    BitLine line = ohms == 0 ? BitLine.IDEAL : new ResistiveBitLine(0, ohms);
    OptionalDouble reach =
        adcReach.equals("full")
            ? OptionalDouble.empty()
            : OptionalDouble.of(GivenQuantity.positive("--adc-reach", adcReach, Dimension.NONE));
    int height = GivenQuantity.smallCount("--tile-rows", tileRows, 1, MOST);
    double sigma = GivenQuantity.notNegative("--noise", noise, Dimension.NONE);
    List<Periphery> peripheries = new ArrayList<>();
    for (double bits : GivenQuantity.list("--adc-bits", adcBits, Dimension.NONE)) {
      if (bits != Math.rint(bits) || bits < 2 || bits > 16) {
        throw new UnusableInput(
            "--adc-bits must be whole numbers between 2 and 16, but was " + adcBits);
      }
      peripheries.add(new Periphery(height, (int) bits, reach, sigma, line));
    }
    return peripheries;
  }

  private ProductExperiment experiment(ProductCoding coding) {
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("memory mvm");
    IntegerMatrix matrix =
        weights == null
            ? drawn(
                GivenQuantity.smallCount("--rows", rows, 1, MOST),
                GivenQuantity.smallCount("--columns", columns, 1, MOST),
                coding.smallestWeight(),
                coding.largestWeight(),
                key.purpose("weights"))
            : IntegerMatrixFile.read(weights, coding.smallestWeight(), coding.largestWeight());
    IntegerMatrix given =
        inputs == null
            ? drawn(
                GivenQuantity.smallCount("--vectors", vectors, 1, MOST),
                matrix.rows(),
                coding.smallestInput(),
                coding.largestInput(),
                key.purpose("inputs"))
            : IntegerMatrixFile.read(inputs, coding.smallestInput(), coding.largestInput());
    int count = GivenQuantity.smallCount("--chips", chips, 2, MOST);
    return checked(() -> new ProductExperiment(coding, matrix, given, count));
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
