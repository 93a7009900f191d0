package io.spindrift.cli.command;

import io.spindrift.entropy.coin.DrawBenchmark;
import io.spindrift.entropy.conditioning.ConditioningBenchmark;
import io.spindrift.entropy.gaussian.GaussianBenchmark;
import io.spindrift.entropy.sp80022.SuiteBenchmark;
import io.spindrift.entropy.sp80090b.estimate.NonIidBenchmark;
import io.spindrift.entropy.sp80090b.iid.IidBenchmark;
import io.spindrift.numerics.bench.BenchSection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin BenchSections sections = new BenchSections();
  @Mixin CommonOptions common = new CommonOptions();

  BenchEntropyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    sections.run(SECTIONS, "bench entropy", common, session);
    return ExitStatus.DONE;
  }
}
