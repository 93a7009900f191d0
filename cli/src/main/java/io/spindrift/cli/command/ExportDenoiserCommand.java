package io.spindrift.cli.command;

import io.spindrift.diffusion.denoiser.StoredDenoiser;
import io.spindrift.diffusion.denoiser.TensorEngine;
import io.spindrift.diffusion.safetensors.ElementType;
import io.spindrift.numerics.UnusableInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diffusion export}: the denoiser of a checkpoint without what only a training needs. */
@Command(
    name = "export",
    sortOptions = false,
    header = "Take the denoiser out of a checkpoint, to keep or to pass on.",
    description = {
      "Writes the averaged weights with architecture and configuration: enough for diffusion"
          + " sample, not for --resume. Half precision makes it about an eighth of the checkpoint.",
      "JSON: file, bytes, type, steps."
    })
final class ExportDenoiserCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "CHECKPOINT", description = "Checkpoint of diffusion train or of a run.")
  Path checkpoint = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "New file, such as digits.safetensors.")
  Path out = Path.of("");

  @Option(
      names = "--type",
      paramLabel = "f16|bf16|f32",
      defaultValue = "f16",
      description = "How a weight is kept; the default is ${DEFAULT-VALUE}.")
  WeightType type = WeightType.F16;

  @Mixin CommonOptions common = new CommonOptions();

  /** How a weight is kept. */
  enum WeightType {
    F16(ElementType.F16),
    BF16(ElementType.BF16),
    F32(ElementType.F32);

    private final ElementType element;

    WeightType(ElementType element) {
      this.element = element;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  ExportDenoiserCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (Files.exists(out)) {
      throw new UnusableInput(out + " holds something already: give --out a new name");
    }
    TensorEngine engine = Engine.of(common);
    StoredDenoiser stored = engine.describe(checkpoint);
    engine.export(checkpoint, out, type.element);
    long bytes = out.toFile().length();
    if (common.json) {
      JsonOutput.print(
          session.out(),
          JsonOutput.object(
              "file", out.toString(),
              "bytes", bytes,
              "type", type.toString(),
              "steps", stored.steps()));
    } else {
      session.print(
          "%s: %,d bytes, weights as %s after %d steps", out, bytes, type, stored.steps());
    }
    return ExitStatus.DONE;
  }
}
