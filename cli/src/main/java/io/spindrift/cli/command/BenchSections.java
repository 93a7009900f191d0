package io.spindrift.cli.command;

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
import picocli.CommandLine.Option;

/** The options of a benchmark that is made of sections; runs the chosen ones and shows them. */
final class BenchSections {
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

  /**
   * Runs the chosen sections and prints their figures.
   *
   * @param purpose names the randomness of this benchmark
   */
  void run(List<BenchSection> sections, String purpose, CommonOptions common, Session session) {
    List<BenchSection> wanted = choose(sections);
    double time = GivenQuantity.positive("--seconds", seconds, Dimension.TIME);
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose(purpose);
    Progress progress = common.progress(session);
    List<BenchLine> lines = new ArrayList<>();
    for (BenchSection section : wanted) {
      lines.addAll(section.run(time, key.purpose(section.name()), progress));
    }
    if (common.json) {
      JsonOutput.print(session.out(), document(lines, common.seedOrDefault()));
    } else {
      print(lines, session);
    }
  }

  private List<BenchSection> choose(List<BenchSection> sections) {
    List<String> names = sections.stream().map(BenchSection::name).toList();
    for (String name : chosen) {
      if (!names.contains(name)) {
        throw new UnusableInput(
            "--section must be one of " + String.join(", ", names) + ", but was " + name);
      }
    }
    return sections.stream().filter(s -> chosen.isEmpty() || chosen.contains(s.name())).toList();
  }

  private static Map<String, Object> document(List<BenchLine> lines, long seed) {
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
            "seed", seed));
    return document;
  }

  private static void print(List<BenchLine> lines, Session session) {
    session.print("%s, %d-bit vectors", Machine.processor(), VectorModule.bits());
    TextTable table = new TextTable("what", "one core", "unit", "checked");
    for (BenchLine line : lines) {
      table.add(
          line.name(), String.format(Locale.ROOT, "%.3g", line.value()), line.unit(), line.check());
    }
    table.print(session.out());
  }
}
