package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.safetensors.ElementType;
import io.spindrift.diffusion.safetensors.Safetensors;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.diffusion.safetensors.StoredTensor;
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
 * The part of a checkpoint that makes images: architecture, configuration and averaged weights.
 *
 * <p>A file may hold this part alone. The averaged weights are tensors named {@code average.NAME},
 * of any floating-point type; everything else is text in the metadata.
 *
 * @param spec architecture
 * @param configuration what the training was asked for, empty when unknown
 * @param steps optimiser steps behind the weights
 * @param average averaged weights in the order of the architecture's {@link ParameterTable}
 */
record DenoiserFile(DenoiserSpec spec, String configuration, long steps, float[] average) {
  private static final String FORMAT = "spindrift denoiser";
  private static final int VERSION = 2;
  private static final String AVERAGE = "average.";

  /**
   * Opens a checkpoint, whole or with a denoiser alone.
   *
   * @throws UnusableInput when it is damaged, no checkpoint, or of another version
   */
  static SafetensorsFile open(Path file) {
    SafetensorsFile stored = Safetensors.read(file);
    StoredFormat.require(stored, FORMAT, VERSION);
    String found = stored.metadata().getOrDefault("version", "");
    if (Integer.parseInt(found) < VERSION) {
      throw new UnusableInput(
          file
              + " must be of format version "
              + VERSION
              + ", but is of version "
              + found
              + ", which says neither classes nor loss; train it anew");
    }
    return stored;
  }

  /** Reads the part from an opened checkpoint. */
  static DenoiserFile of(SafetensorsFile stored) {
    DenoiserSpec spec = described(stored, "architecture", DenoiserSpec.class);
    return new DenoiserFile(
        spec,
        stored.metadata().getOrDefault("configuration", ""),
        steps(stored),
        values(stored, AVERAGE, table(spec)));
  }

  /** The metadata of a file with this part. */
  Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    StoredFormat.describe(metadata, FORMAT, VERSION);
    metadata.put("architecture", JsonMapper.shared().writeValueAsString(spec));
    metadata.put("configuration", configuration);
    metadata.put("steps", Long.toString(steps));
    return metadata;
  }

  /** Writes this part alone, its weights rounded to a type. */
  void write(Path file, ElementType type) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Slot slot : table(spec).slots()) {
      try {
        tensors.put(
            AVERAGE + slot.name(), StoredTensor.ofFloats(type, slot.sizes(), part(slot, average)));
      } catch (ArithmeticException e) {
        throw new UnusableInput(
            "the weights " + slot.name() + " must fit into " + type + ", but " + e.getMessage(), e);
      }
    }
    Safetensors.write(file, metadata(), tensors);
  }

  static ParameterTable table(DenoiserSpec spec) {
    return new UNet(spec, ScalarType.Float).parameters();
  }

  static float[] part(Slot slot, float[] values) {
    int from = (int) slot.offset();
    return Arrays.copyOfRange(values, from, from + (int) slot.count());
  }

  /** All parameters from the tensors whose names begin with {@code prefix}. */
  static float[] values(SafetensorsFile stored, String prefix, ParameterTable table) {
    float[] all = new float[table.length()];
    for (Slot slot : table.slots()) {
      float[] values = StoredFormat.finite(stored, prefix + slot.name(), slot.sizes());
      System.arraycopy(values, 0, all, (int) slot.offset(), values.length);
    }
    return all;
  }

  static <T extends Record> T described(SafetensorsFile stored, String what, Class<T> type) {
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
