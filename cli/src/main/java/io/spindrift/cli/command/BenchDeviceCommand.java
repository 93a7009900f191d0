package io.spindrift.cli.command;

import io.spindrift.device.ensemble.KernelBenchmark;
import io.spindrift.device.ensemble.KernelSpeed;
import io.spindrift.device.ensemble.Kernels;
import io.spindrift.device.spec.DeviceLoader;
import io.spindrift.device.spec.DeviceSpec;
import io.spindrift.device.spec.MacrospinDevice;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.StreamKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench device}: integration steps per second of processor time, by kernel. */
@Command(
    name = "device",
    sortOptions = false,
    header = "Integration steps per second of processor time, by kernel.",
    description = {
      "Simulates pulses of a junction (thermal noise, voltage pulse, in-plane field) on one thread"
          + " with every kernel, after a warm-up, and fails when they disagree on the switching"
          + " probability. The bound is what the floating-point units would allow if they did"
          + " nothing else. Takes about 20 s.",
      "JSON: stepsPerCpuSecondPerCore, boundStepsPerCpuSecondPerCore, shareOfBound, probability and"
          + " standardError, each by kernel (reference, float64, float32); device, machine,"
          + " vectorBits, jdk, threads, cores, seed."
    },
    footer = {"", "Example: spindrift bench device --json"})
final class BenchDeviceCommand implements Callable<Integer> {
  private static final double SECONDS = 3;

  private final Session session;

  @Option(
      names = "--device",
      paramLabel = "PRESET|FILE",
      defaultValue = "precessional-macrospin",
      description = "A macrospin junction; the default is ${DEFAULT-VALUE}.")
  String device = "";

  @Mixin CommonOptions common = new CommonOptions();

  BenchDeviceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DeviceSpec spec = DeviceLoader.load(device, List.of()).spec();
    if (!(spec instanceof MacrospinDevice macrospin)) {
      throw new UnusableInput(
          "--device must be a macrospin device, but " + spec.name() + " is a compact fit");
    }
    StreamKey key = StreamKey.root(common.seedOrDefault()).purpose("bench device");
    List<KernelSpeed> speeds =
        KernelBenchmark.run(macrospin, SECONDS, key, common.progress(session));
    if (common.json) {
      JsonOutput.print(session.out(), document(spec, speeds));
    } else {
      print(spec, speeds);
    }
    return ExitStatus.DONE;
  }

  private Map<String, Object> document(DeviceSpec spec, List<KernelSpeed> speeds) {
    List<KernelSpeed> bounded = speeds.stream().filter(s -> s.fusedPerCpuSecond() > 0).toList();
    return JsonOutput.object(
        "stepsPerCpuSecondPerCore", byKernel(speeds, KernelSpeed::stepsPerCpuSecond),
        "boundStepsPerCpuSecondPerCore", byKernel(bounded, KernelSpeed::boundStepsPerCpuSecond),
        "shareOfBound", byKernel(bounded, KernelSpeed::shareOfBound),
        "probability", byKernel(speeds, KernelSpeed::probability),
        "standardError", byKernel(speeds, KernelSpeed::standardError),
        "device", spec.name(),
        "machine", Machine.processor(),
        "vectorBits", Kernels.vectorBits(),
        "jdk", Runtime.version().toString(),
        "threads", 1,
        "cores", Runtime.getRuntime().availableProcessors(),
        "seed", common.seedOrDefault());
  }

  private static Map<String, Object> byKernel(
      List<KernelSpeed> speeds, ToDoubleFunction<KernelSpeed> of) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    speeds.forEach(speed -> numbers.put(speed.kernel().label(), of.applyAsDouble(speed)));
    return numbers;
  }

  private void print(DeviceSpec spec, List<KernelSpeed> speeds) {
    session.print(
        "%s on %s, %d-bit vectors", spec.name(), Machine.processor(), Kernels.vectorBits());
    TextTable table =
        new TextTable("kernel", "steps per CPU second", "share of bound", "P(switch)", "error");
    for (KernelSpeed speed : speeds) {
      table.add(
          speed.kernel().label(),
          String.format(Locale.ROOT, "%.3g", speed.stepsPerCpuSecond()),
          speed.fusedPerCpuSecond() > 0
              ? String.format(Locale.ROOT, "%.0f %%", 100 * speed.shareOfBound())
              : "",
          String.format(Locale.ROOT, "%.4f", speed.probability()),
          String.format(Locale.ROOT, "%.4f", speed.standardError()));
    }
    table.print(session.out());
  }
}
