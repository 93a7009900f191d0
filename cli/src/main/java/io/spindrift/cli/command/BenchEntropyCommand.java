package io.spindrift.cli.command;

import io.spindrift.entropy.coin.DrawBenchmark;
import io.spindrift.entropy.conditioning.ConditioningBenchmark;
import io.spindrift.entropy.gaussian.GaussianBenchmark;
import io.spindrift.entropy.sp80022.SuiteBenchmark;
import io.spindrift.entropy.sp80090b.estimate.NonIidBenchmark;
import io.spindrift.entropy.sp80090b.iid.IidBenchmark;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.bench.BenchLine;
import io.spindrift.numerics.bench.BenchSection;
import io.spindrift.numerics.progress.Progress;
import io.spindrift.numerics.quantity.Dimension;
import io.spindrift.numerics.random.StreamKey;
import io.spindrift.numerics.vector.VectorModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench entropy}: how fast bits are drawn, shaped and judged. */
@Command(
    name = "entropy",
    sortOptions = false,
    header = "Bits, samples and tests per second of processor time.",
    description = {
      "Runs on one thread after a warm-up and checks what it timed; a wrong result fails. All"
          + " sections together take about a minute.",
      "JSON: one object per quantity (such as bitsPerCpuSecondPerCore) with a number by name;"
          + " checks, by name; machine, vectorBits, jdk, threads, cores, seed.",
      "Sections: bits, conditioning, gaussian (rates); suite, non-iid, iid (processor time of the"
          + " tests of SP 800-22 and SP 800-90B)."
    },
    footer = {"", "Example: spindrift bench entropy --json"})
final class BenchEntropyCommand implements Callable<Integer> {
  private static final List<BenchSection> SECTIONS =
      List.of(
          new DrawBenchmark(),
          new ConditioningBenchmark(),
          new GaussianBenchmark(),
          new SuiteBenchmark(),
          new NonIidBenchmark(),
          new IidBenchmark());

  private final Session session;

  @Option(
      names = "--section",
      paramLabel = "NAME",
      split = ",",
      description = "Only these sections; the default is all of them.")
  List<String> chosen = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "TIME",
      defaultValue = "0.15 s",
      description = "Processor time that counts, per figure; the default is ${DEFAULT-VALUE}.")
  String seconds = "";

  @Mixin CommonOptions common = new CommonOptions();

  BenchEntropyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<BenchSection> sections = sections();
    double time = GivenQuantity.positive("--seconds", seconds, Dimension.TIME);
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("bench entropy");
    Progress progress = common.progress(session);
    List<BenchLine> lines = new ArrayList<>();
    for (BenchSection section : sections) {
      lines.addAll(section.run(time, key.purpose(section.name()), progress));
    }
    if (common.json) {
      JsonOutput.print(session.out(), document(lines));
    } else {
      print(lines);
    }
    return ExitStatus.DONE;
  }

  private List<BenchSection> sections() {
    List<String> names = SECTIONS.stream().map(BenchSection::name).toList();
    for (String name : chosen) {
      if (!names.contains(name)) {
        throw new UnusableInput(
            "--section must be one of " + String.join(", ", names) + ", but was " + name);
      }
    }
    return SECTIONS.stream().filter(s -> chosen.isEmpty() || chosen.contains(s.name())).toList();
  }

  private Map<String, Object> document(List<BenchLine> lines) {
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> checks = new LinkedHashMap<>();
    Map<String, Map<String, Object>> quantities = new LinkedHashMap<>();
    for (BenchLine line : lines) {
      quantities
          .computeIfAbsent(line.quantity(), q -> new LinkedHashMap<>())
          .put(line.name(), line.value());
      checks.put(line.name(), line.check());
    }
    document.putAll(quantities);
    document.put("checks", checks);
    document.putAll(
        JsonOutput.object(
            "machine", Machine.processor(),
            "vectorBits", VectorModule.bits(),
            "jdk", Runtime.version().toString(),
            "threads", 1,
            "cores", Runtime.getRuntime().availableProcessors(),
            "seed", common.seedOrDefault()));
    return document;
  }

  private void print(List<BenchLine> lines) {
    session.print("%s, %d-bit vectors", Machine.processor(), VectorModule.bits());
    TextTable table = new TextTable("what", "one core", "unit", "checked");
    for (BenchLine line : lines) {
      table.add(
          line.name(), String.format(Locale.ROOT, "%.3g", line.value()), line.unit(), line.check());
    }
    table.print(session.out());
  }
}
