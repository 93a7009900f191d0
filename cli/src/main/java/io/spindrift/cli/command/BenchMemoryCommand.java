package io.spindrift.cli.command;

import io.spindrift.memory.array.ArrayBenchmark;
import io.spindrift.memory.array.PulseBenchmark;
import io.spindrift.memory.circuit.ReadBenchmark;
import io.spindrift.memory.operation.OperationBenchmark;
import io.spindrift.memory.process.DiffusionBenchmark;
import io.spindrift.memory.product.ProductBenchmark;
import io.spindrift.numerics.bench.BenchSection;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench memory}: how fast cells are pulsed, counted and copied. */
@Command(
    name = "memory",
    sortOptions = false,
    header = "Cells pulsed, computed with and diffused per second of processor time.",
    description = {
      "Runs on one thread after a warm-up and checks what it timed; a wrong result fails. The"
          + " array section works on 2^30 cells and takes some seconds for them, whatever"
          + " --seconds says; alone it also tells the memory that such an array takes.",
      "JSON: one object per quantity (cellsPerCpuSecondPerCore, bitsPerCpuSecondPerCore,"
          + " bytesPerCpuSecondPerCore, peakMemoryBytes) with a number by name; checks, by name;"
          + " machine, vectorBits, jdk, threads, cores, seed.",
      "Sections: pulses (one probability, one per kind of cell, toggle), circuit (rows sensed),"
          + " operations (toggling, copying, folding, rows of noise), products (vector times"
          + " matrix), diffusion (bits step by step and drawn at once, with each correction),"
          + " array (2^30 cells)."
    },
    footer = {"", "Example: spindrift bench memory --json"})
final class BenchMemoryCommand implements Callable<Integer> {
  private final Session session;

  @Mixin BenchSections sections = new BenchSections();

  @Mixin CommonOptions common = new CommonOptions();

  BenchMemoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    sections.run(sections(), "bench memory", common, session);
    return ExitStatus.DONE;
  }

  /** Made when they are run: an array and the vector loops are not worth it for a help text. */
  private static List<BenchSection> sections() {
    return List.of(
        new PulseBenchmark(),
        new ReadBenchmark(),
        new OperationBenchmark(),
        new ProductBenchmark(),
        new DiffusionBenchmark(),
        new ArrayBenchmark());
  }
}
