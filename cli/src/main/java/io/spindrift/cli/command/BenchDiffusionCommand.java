package io.spindrift.cli.command;

import io.spindrift.diffusion.noise.NoiseBenchmark;
import io.spindrift.numerics.bench.BenchSection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench diffusion}: how fast noise for images is made. */
@Command(
    name = "diffusion",
    sortOptions = false,
    header = "Samples of noise per second of processor time, for every kind of source.",
    description = {
      "Runs on one thread after a warm-up and checks what it timed; a wrong result fails. A"
          + " training on 1,000 images of 784 values a second takes 784,000 samples a second.",
      "JSON: samplesPerCpuSecondPerCore with a number by name; checks, by name; machine,"
          + " vectorBits, jdk, threads, cores, seed.",
      "Sections: noise."
    },
    footer = {"", "Example: spindrift bench diffusion --json"})
final class BenchDiffusionCommand implements Callable<Integer> {
  private static final List<BenchSection> SECTIONS = List.of(new NoiseBenchmark());

  private final Session session;

  @Mixin BenchSections sections = new BenchSections();
  @Mixin CommonOptions common = new CommonOptions();

  BenchDiffusionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    sections.run(SECTIONS, "bench diffusion", common, session);
    return ExitStatus.DONE;
  }
}
