package io.spindrift.torch;

import io.spindrift.diffusion.denoiser.DenoiserSpec;
import io.spindrift.diffusion.denoiser.OptimiserSpec;
import io.spindrift.diffusion.safetensors.FloatTensor;
import io.spindrift.diffusion.safetensors.Safetensors;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.torch.ParameterTable.Slot;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A training at rest: everything that later steps depend on.
 *
 * <p>In the file the weights are tensors named {@code weights.NAME}, their moving average {@code
 * average.NAME}, the optimiser's moments are the flat tensors {@code optimiser.mean} and {@code
 * optimiser.square}; architecture and optimiser are JSON in the metadata.
 *
 * @param denoiser architecture, configuration, steps and averaged weights
 * @param optimiser settings of the optimiser
 * @param weights all weights in the order of the architecture's {@link ParameterTable}
 * @param mean first moment of the gradient
 * @param square second moment of the gradient
 */
record Checkpoint(
    DenoiserFile denoiser, OptimiserSpec optimiser, float[] weights, float[] mean, float[] square) {
  private static final String MEAN = "optimiser.mean";
  private static final String SQUARE = "optimiser.square";

  DenoiserSpec spec() {
    return denoiser.spec();
  }

  /** Writes the file; it appears under its name only when it is complete. */
  void write(Path file) {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (Slot slot : DenoiserFile.table(spec()).slots()) {
      tensors.put("weights." + slot.name(), slot.tensor(weights));
      tensors.put("average." + slot.name(), slot.tensor(denoiser.average()));
    }
    tensors.put(MEAN, new FloatTensor(new long[] {mean.length}, mean));
    tensors.put(SQUARE, new FloatTensor(new long[] {square.length}, square));
    Map<String, String> metadata = denoiser.metadata();
    metadata.put("optimiser", JsonMapper.shared().writeValueAsString(optimiser));
    Safetensors.write(file, metadata, tensors);
  }

  /**
   * Reads a file.
   *
   * @throws UnusableInput when it is damaged, no checkpoint, of another version, or holds a
   *     denoiser alone
   */
  static Checkpoint read(Path file) {
    SafetensorsFile stored = DenoiserFile.open(file);
    if (!isWhole(stored)) {
      throw new UnusableInput(
          file
              + " must hold the state of its optimiser for the training to go on, but holds a"
              + " denoiser alone; begin anew under another name");
    }
    DenoiserFile denoiser = DenoiserFile.of(stored);
    ParameterTable table = DenoiserFile.table(denoiser.spec());
    return new Checkpoint(
        denoiser,
        DenoiserFile.described(stored, "optimiser", OptimiserSpec.class),
        DenoiserFile.values(stored, "weights.", table),
        StoredFormat.finite(stored, MEAN, table.length()),
        StoredFormat.finite(stored, SQUARE, table.length()));
  }

  static boolean isWhole(SafetensorsFile stored) {
    return stored.tensors().containsKey(MEAN);
  }
}
