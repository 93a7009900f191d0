package io.spindrift.cli.command;

import static io.spindrift.cli.command.GivenQuantity.checked;

import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.recorded.RecordedSymbols;
import io.spindrift.entropy.sp80090b.Symbols;
import io.spindrift.entropy.sp80090b.estimate.NonIidAssessment;
import io.spindrift.entropy.sp80090b.iid.IidAssessment;
import io.spindrift.entropy.sp80090b.iid.IidSettings;
import io.spindrift.entropy.sp80090b.restart.RestartAssessment;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import io.spindrift.numerics.random.StreamKey;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entropy assess}: how much entropy do the symbols of a file hold? */
@Command(
    name = "assess",
    sortOptions = false,
    header = "Assess the entropy of recorded symbols by SP 800-90B.",
    description = {
      "The non-IID track estimates min-entropy by ten estimators, on symbols and on their bits; the"
          + " IID track decides whether symbols are independent and equally distributed, and ends"
          + " with status 1 when they are not; the restart track compares rows and columns of a"
          + " matrix of restarts.",
      "JSON: file, format, bitOrder, track, symbols, bitsPerSymbol, bitsPerSymbolInferred, verdict,"
          + " errorProbability, assessedBitsPerSymbol, originalBitsPerSymbol,"
          + " bitstringBitsPerBit, permutationsDone, rawMean, median, seed, note, results"
          + " (test, parameter, minEntropyBits, pValue, applicable, pass, reason, quantities)."
    },
    footer = {"", "Example: spindrift entropy assess symbols.bin --track non-iid"})
final class AssessCommand implements Callable<Integer> {
  /** Symbols that SP 800-90B, section 3.1.1, asks for. */
  private static final int STANDARD_SYMBOLS = 1_000_000;

  private static final int USUAL_RESTARTS = 1000;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Session session;

  @Parameters(paramLabel = "FILE", description = "The file of symbols.")
  Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "packed|bytes|ascii",
      description = {
        "bytes: one symbol a byte, the default; packed: eight bits a byte; ascii: the characters 0"
            + " and 1, white space between them passed over."
      })
  @Nullable FileFormat format;

  @Mixin RecordOptions layout = new RecordOptions();

  @Option(
      names = "--skip",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pass over this many symbols at the start.")
  String skip = "0";

  @Option(
      names = "--track",
      paramLabel = "iid|non-iid|restart",
      defaultValue = "non-iid",
      description = "Which assessment; the default is ${DEFAULT-VALUE}.")
  Track track = Track.NON_IID;

  @Option(
      names = "--bits-per-symbol",
      paramLabel = "K",
      description = {
        "Width of a symbol, 1 to 8 bits. The default is that of the largest symbol with --format"
            + " bytes, otherwise 1."
      })
  @Nullable String bitsPerSymbol;

  @Option(
      names = "--length",
      paramLabel = "SYMBOLS",
      description = "How many symbols to assess; the default is all.")
  @Nullable String length;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description = "IID track: shuffles for each statistic; the default is 10000.")
  @Nullable String permutations;

  @Option(
      names = "--strict",
      description = "IID track: make all shuffles instead of a provisional verdict.")
  boolean strict;

  @Option(names = "--rows", paramLabel = "N", description = "Restart track: restarts, 1000.")
  @Nullable String rows;

  @Option(
      names = "--columns",
      paramLabel = "N",
      description = "Restart track: symbols after each restart, 1000.")
  @Nullable String columns;

  @Option(
      names = "--initial-entropy",
      paramLabel = "BITS",
      description = "Restart track: initial entropy estimate H_I in bits per symbol.")
  @Nullable Double initialEntropy;

  @Mixin CommonOptions common = new CommonOptions();

  AssessCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    refuseOptionsOfOtherTracks();
    BitRecord record = layout.record(file, format, RecordFormat.BYTES);
    if (record.format() != RecordFormat.PACKED) {
      UnusedOptions.tell(session, spec, "with --format " + record.format().label(), "--bit-order");
    }
    int rowCount = count("--rows", rows);
    int columnCount = count("--columns", columns);
    OptionalLong wanted =
        track == Track.RESTART
            ? OptionalLong.of(Math.multiplyExact((long) rowCount, (long) columnCount))
            : length == null
                ? OptionalLong.empty()
                : OptionalLong.of(
                    GivenQuantity.count("--length", length, 1, RecordedSymbols.MOST_SYMBOLS));
    OptionalInt width =
        bitsPerSymbol == null
            ? OptionalInt.empty()
            : OptionalInt.of(GivenQuantity.smallCount("--bits-per-symbol", bitsPerSymbol, 1, 8));
    double initial = initialEntropy();
    RecordedSymbols read =
        RecordedSymbols.read(
            record, width, GivenQuantity.count("--skip", skip, 0, Long.MAX_VALUE >> 4), wanted);
    AssessmentView view =
        new AssessmentView(
            record, layout.order.label(), track, read, common.seedOrDefault(), note(read));
    try (Workers workers = new Workers(common.threads())) {
      view = assessed(view, read.symbols(), rowCount, columnCount, initial, workers);
    }
    if (common.json) {
      view.printJson(session);
    } else {
      view.print(session);
    }
    return view.failed() ? ExitStatus.CHECK_FAILED : ExitStatus.DONE;
  }

  private AssessmentView assessed(
      AssessmentView view,
      Symbols symbols,
      int rowCount,
      int columnCount,
      double initial,
      Workers workers) {
    return switch (track) {
      case NON_IID ->
          view.of(checked(() -> NonIidAssessment.of(symbols, workers, common.progress(session))));
      case IID ->
          view.of(
              checked(() ->
                  IidAssessment.of(
                      symbols,
                      settings(),
                      StreamKey.root(common.seedOrDefault()).purpose("entropy assess"),
                      workers,
                      common.progress(session))));
      case RESTART ->
          view.of(
              checked(() ->
                  RestartAssessment.of(
                      symbols, rowCount, columnCount, initial, workers, common.progress(session))));
    };
  }

  private IidSettings settings() {
    int count =
        permutations == null
            ? IidSettings.STANDARD_PERMUTATIONS
            : GivenQuantity.smallCount("--permutations", permutations, 12, 100_000_000);
    return new IidSettings(count, strict);
  }

  private double initialEntropy() {
    if (track != Track.RESTART) {
      return 0;
    }
    if (initialEntropy == null) {
      throw new UnusableInput(
          "--initial-entropy must be given for --track restart: the assessed bits per symbol of"
              + " --track non-iid (or iid)");
    }
    if (!(initialEntropy > 0 && initialEntropy <= 8)) {
      throw new UnusableInput(
          "--initial-entropy must be more than 0 and at most 8, but was " + initialEntropy);
    }
    return initialEntropy;
  }

  private void refuseOptionsOfOtherTracks() {
    if (track != Track.IID) {
      UnusedOptions.refuse(spec, "with --track " + track, "--permutations", "--strict");
    }
    if (track == Track.RESTART) {
      UnusedOptions.refuse(spec, "with --track restart, which takes rows x columns", "--length");
    } else {
      UnusedOptions.refuse(
          spec, "with --track " + track, "--rows", "--columns", "--initial-entropy");
    }
  }

  private static int count(String option, @Nullable String text) {
    return text == null ? USUAL_RESTARTS : GivenQuantity.smallCount(option, text, 2, 1_000_000);
  }

  private String note(RecordedSymbols read) {
    return track == Track.RESTART || read.symbols().length() >= STANDARD_SYMBOLS
        ? ""
        : "SP 800-90B asks for at least 1000000 symbols, section 3.1.1";
  }
}
