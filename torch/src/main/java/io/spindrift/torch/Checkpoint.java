package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.safetensors.FloatTensor;
import io.spindrift.diffusion.safetensors.Safetensors;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.torch.ParameterTable.Slot;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.global.torch.ScalarType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A training at rest: everything that later steps depend on.
 *
 * <p>In the file the weights are tensors named {@code weights.NAME}, their moving average {@code
 * average.NAME}, the optimiser's moments are the flat tensors {@code optimiser.mean} and {@code
 * optimiser.square}; architecture and optimiser are JSON in the metadata.
 *
 * @param spec architecture
 * @param optimiser settings of the optimiser
 * @param configuration what the training was asked for, empty when unknown
 * @param steps optimiser steps done
 * @param weights all weights in the order of the architecture's {@link ParameterTable}
 * @param average their moving average
 * @param mean first moment of the gradient
 * @param square second moment of the gradient
 */
record Checkpoint(
    DenoiserSpec spec,
    OptimiserSpec optimiser,
    String configuration,
    long steps,
    float[] weights,
    float[] average,
    float[] mean,
    float[] square) {
  private static final String FORMAT = "spindrift denoiser";
  private static final int VERSION = 2;

  /** Writes the file; it appears under its name only when it is complete. */
  void write(Path file) {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (Slot slot : table(spec).slots()) {
      tensors.put("weights." + slot.name(), part(slot, weights));
      tensors.put("average." + slot.name(), part(slot, average));
    }
    tensors.put("optimiser.mean", new FloatTensor(new long[] {mean.length}, mean));
    tensors.put("optimiser.square", new FloatTensor(new long[] {square.length}, square));
    Map<String, String> metadata = new LinkedHashMap<>();
    StoredFormat.describe(metadata, FORMAT, VERSION);
    metadata.put("architecture", JsonMapper.shared().writeValueAsString(spec));
    metadata.put("optimiser", JsonMapper.shared().writeValueAsString(optimiser));
    metadata.put("configuration", configuration);
    metadata.put("steps", Long.toString(steps));
    Safetensors.write(file, metadata, tensors);
  }

  /**
   * Reads a file.
   *
   * @throws UnusableInput when it is damaged, no checkpoint, or of a later version
   */
  static Checkpoint read(Path file) {
    SafetensorsFile stored = Safetensors.read(file);
    StoredFormat.require(stored, FORMAT, VERSION);
    refuseEarlier(stored);
    DenoiserSpec spec = described(stored, "architecture", DenoiserSpec.class);
    ParameterTable table = table(spec);
    float[] weights = new float[table.length()];
    float[] average = new float[table.length()];
    for (Slot slot : table.slots()) {
      copy(stored, "weights.", slot, weights);
      copy(stored, "average.", slot, average);
    }
    return new Checkpoint(
        spec,
        described(stored, "optimiser", OptimiserSpec.class),
        stored.metadata().getOrDefault("configuration", ""),
        steps(stored),
        weights,
        average,
        StoredFormat.finite(stored, "optimiser.mean", table.length()),
        StoredFormat.finite(stored, "optimiser.square", table.length()));
  }

  private static void refuseEarlier(SafetensorsFile stored) {
    String found = stored.metadata().getOrDefault("version", "");
    if (Integer.parseInt(found) < VERSION) {
      throw new UnusableInput(
          stored.file()
              + " must be of format version "
              + VERSION
              + ", but is of version "
              + found
              + ", which says neither classes nor loss; train it anew");
    }
  }

  private static ParameterTable table(DenoiserSpec spec) {
    return new UNet(spec, ScalarType.Float).parameters();
  }

  private static FloatTensor part(Slot slot, float[] values) {
    int from = (int) slot.offset();
    return new FloatTensor(
        slot.sizes(), Arrays.copyOfRange(values, from, from + (int) slot.count()));
  }

  private static void copy(SafetensorsFile stored, String prefix, Slot slot, float[] target) {
    float[] values = StoredFormat.finite(stored, prefix + slot.name(), slot.sizes());
    System.arraycopy(values, 0, target, (int) slot.offset(), values.length);
  }

  private static <T extends Record> T described(
      SafetensorsFile stored, String what, Class<T> type) {
    String json = stored.metadata().getOrDefault(what, "");
    try {
      return JsonMapper.shared().readValue(json, type);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UnusableInput(
          "%s must describe its %s in its metadata, but holds \"%s\""
              .formatted(stored.file(), what, json),
          e);
    }
  }

  private static long steps(SafetensorsFile stored) {
    String text = stored.metadata().getOrDefault("steps", "");
    if (!text.matches("\\d{1,18}")) {
      throw new UnusableInput(
          stored.file() + " must name its steps as a whole number, but names \"" + text + "\"");
    }
    return Long.parseLong(text);
  }
}
