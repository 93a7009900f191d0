package io.spindrift.cli.command;

import io.spindrift.entropy.certificate.PooledPower;
import io.spindrift.entropy.recorded.BitReader;
import io.spindrift.entropy.recorded.BitRecord;
import io.spindrift.entropy.recorded.RecordFormat;
import io.spindrift.entropy.recorded.RecordedSamples;
import io.spindrift.entropy.sp80022.ReferenceConstants;
import io.spindrift.entropy.sp80022.StatisticalTestSuite;
import io.spindrift.entropy.sp80022.SuiteReport;
import io.spindrift.entropy.sp80022.SuiteRun;
import io.spindrift.entropy.sp80022.SuiteSettings;
import io.spindrift.entropy.sp80022.SuiteVerdict;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.parallel.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entropy test}: are the bits of a file random, or its samples standard normal? */
@Command(
    name = "test",
    sortOptions = false,
    header = "Test recorded bits or Gaussian samples.",
    description = {
      "Applies the tests of SP 800-22 Rev 1a to each sequence of a file and gives one verdict over"
          + " all of them, family-wise at 1 %% (Holm). Ends with status 1 when it fails.",
      "JSON: file, suite, format, bitOrder, skippedBits, lengthBits, sequences, sequencesAsked,"
          + " stoppedEarly, constants, level, checks, verdict (passed, failed), rejectedBy (test,"
          + " parameter, check, pValue), poolingLimit, detectableOffset, summary (test, parameter,"
          + " applicable, passed, proportion, proportionLowest, proportionHighest,"
          + " proportionPValue, uniformityPValue, smallestPValue, poolingLimit, reason), results"
          + " (sequence, test, parameter, pValue, applicable, pass, reason)."
    },
    footer = {
      "",
      "Example: spindrift entropy test chip.bin --length 1000000 --sequences 100 --bit-order lsb"
    })
final class BitTestCommand implements Callable<Integer> {
  /** Results of so many sequences are listed one by one. */
  private static final long MOST_LISTED_SEQUENCES = 20_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Session session;

  /** Whose constants and rounding are used. */
  enum Compatibility {
    /** The reference tool of SP 800-22, release 2.1.2. */
    STS
  }

  @Parameters(paramLabel = "FILE", description = "The file of bits or samples.")
  Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "packed|bytes|ascii|npy|float32",
      description = {
        "packed: eight bits a byte, the default; bytes: one bit a byte; ascii: the characters 0 and"
            + " 1, white space between them passed over. Gaussian samples: npy (float32 or float64)"
            + " or float32 (little-endian, nothing else); the default is what the file begins with."
      })
  @Nullable FileFormat format;

  @Mixin RecordOptions layout = new RecordOptions();

  @Option(
      names = "--skip",
      paramLabel = "N",
      defaultValue = "0",
      description = "Pass over this many bits at the start.")
  String skip = "0";

  @Option(
      names = "--suite",
      paramLabel = "sp800-22|gaussian",
      defaultValue = "sp800-22",
      description = "Which tests; the default is ${DEFAULT-VALUE}.")
  Suite suite = Suite.SP800_22;

  @Option(
      names = "--length",
      paramLabel = "BITS",
      description = "Bits of a sequence; the default is 1000000, or all when there are fewer.")
  @Nullable String length;

  @Option(
      names = "--sequences",
      paramLabel = "K",
      description = "How many sequences; the default is all that the file holds.")
  @Nullable String sequences;

  @Option(
      names = "--compat",
      paramLabel = "sts",
      description = "Use the constants and the rounding of STS 2.1.2, mistakes included.")
  @Nullable Compatibility compatibility;

  @Option(
      names = "--exhaustive",
      description = "Judge every sequence although the verdict is already certain.")
  boolean exhaustive;

  @Option(names = "--all", description = "List every parameter of every test.")
  boolean all;

  @Option(
      names = "--certificate",
      paramLabel = "FILE.html",
      description = "Write the certificate as one page with pictures.")
  @Nullable Path certificate;

  @Option(
      names = "--estimate-entropy",
      description =
          "With --certificate: add the non-IID track of SP 800-90B over the first 1000000 bits.")
  boolean estimateEntropy;

  @Option(
      names = "--sum-of",
      paramLabel = "N",
      description =
          "With --suite gaussian: each sample is the standardised sum of N fair bits; compare with"
              + " that law too.")
  @Nullable Integer summedBits;

  @Mixin ResultFolder folder = new ResultFolder();

  @Mixin CommonOptions common = new CommonOptions();

  BitTestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return switch (suite) {
      case SP800_22 -> testBits();
      case GAUSSIAN -> testSamples();
    };
  }

  private int testSamples() {
    UnusedOptions.tell(
        session,
        spec,
        "for Gaussian samples",
        "--bit-order",
        "--skip",
        "--length",
        "--sequences",
        "--compat",
        "--exhaustive",
        "--all",
        "--estimate-entropy",
        "--out");
    return new GaussianSuiteRun(samples(), summedBits).call(session, common, certificate, words());
  }

  private RecordedSamples samples() {
    return new RecordedSamples(
        file, format == null ? RecordedSamples.likelyFormat(file) : format.ofSamples());
  }

  /** The words of the whole command. */
  private List<String> words() {
    List<String> words = new ArrayList<>(List.of("spindrift"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return words;
  }

  private int testBits() {
    BitRecord record = layout.record(file, format, RecordFormat.PACKED);
    if (record.format() != RecordFormat.PACKED) {
      UnusedOptions.tell(session, spec, "for one bit a byte", "--bit-order");
    }
    long skipped = GivenQuantity.count("--skip", skip, 0, Long.MAX_VALUE >> 4);
    SequencePlan plan = SequencePlan.of(record, skipped, length, sequences);
    boolean listed = common.json || folder.wanted();
    if (listed && plan.sequences() > MOST_LISTED_SEQUENCES) {
      throw new UnusableInput(
          (common.json ? "--json lists" : "--out writes")
              + " the results of at most "
              + MOST_LISTED_SEQUENCES
              + " sequences one by one, but there are "
              + plan.sequences()
              + "; a greater --length or fewer --sequences would be accepted");
    }
    folder.prepare();
    ReferenceConstants constants =
        compatibility == null ? ReferenceConstants.EXACT : ReferenceConstants.STS;
    BitCertificateFile page =
        certificate == null ? null : new BitCertificateFile(certificate, estimateEntropy);
    SuiteReport report = run(plan, constants, listed, page);
    requireAnyTest(report, plan);
    if (page != null) {
      page.write(
          record,
          layout.order.label(),
          constants,
          report,
          words(),
          common.threads(),
          common.progress(session));
    }
    SuiteView view =
        new SuiteView(plan, layout.order.label(), constants, report, detectableOffset(report));
    if (folder.wanted()) {
      SuiteFiles.write(folder, view);
    }
    if (common.json) {
      SuiteJson.write(session.out(), view);
    } else {
      view.print(session, all);
    }
    return report.verdict() == SuiteVerdict.PASSED ? ExitStatus.DONE : ExitStatus.CHECK_FAILED;
  }

  private SuiteReport run(
      SequencePlan plan,
      ReferenceConstants constants,
      boolean listed,
      @Nullable BitCertificateFile page) {
    SuiteSettings settings =
        new SuiteSettings(constants, SuiteSettings.LEVEL, plan.sequences(), listed, exhaustive);
    try (BitReader reader = plan.record().open();
        Workers workers = new Workers((int) Math.min(plan.sequences(), (long) common.threads()))) {
      return SuiteRun.of(
          StatisticalTestSuite.forBits(constants, plan.sequences() * plan.lengthBits())::judge,
          settings,
          page == null ? plan.supply(reader) : page.watching(plan.supply(reader)),
          workers,
          common.progress(session));
    }
  }

  private static void requireAnyTest(SuiteReport report, SequencePlan plan) {
    if (report.verdict() == SuiteVerdict.UNDECIDED) {
      throw new UnusableInput(
          "no test applies to sequences of "
              + plan.lengthBits()
              + " bits: "
              + report.summaries().getFirst().test()
              + " "
              + report.summaries().getFirst().reason()
              + ", every other test needs as many or more");
    }
  }

  /** Offset of the share of ones that the checks of all sequences reveal nine times in ten. */
  private static double detectableOffset(SuiteReport report) {
    return new PooledPower(
            report.sequences(), report.lengthBits(), report.level() / report.checks())
        .bitBias();
  }
}
