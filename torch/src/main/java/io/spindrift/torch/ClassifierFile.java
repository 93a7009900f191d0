package io.spindrift.torch;

import io.spindrift.diffusion.image.ImageShape;
import io.spindrift.diffusion.safetensors.FloatTensor;
import io.spindrift.diffusion.safetensors.Safetensors;
import io.spindrift.diffusion.safetensors.SafetensorsFile;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.torch.ParameterTable.Slot;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A self-trained {@link SmallClassifier} in safetensors: tensors by name, its input as JSON. */
final class ClassifierFile {
  static final String FORMAT = "spindrift classifier";
  private static final int VERSION = 1;

  /**
   * What the classifier reads and tells apart.
   *
   * @param image shape of an image
   * @param classes number of classes
   * @param trainedOn name of the image set
   */
  record Input(ImageShape image, int classes, String trainedOn) {}

  static void write(Path file, Input input, ParameterTable table, float[] values) {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (Slot slot : table.slots()) {
      tensors.put(slot.name(), slot.tensor(values));
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    StoredFormat.describe(metadata, FORMAT, VERSION);
    metadata.put("input", JsonMapper.shared().writeValueAsString(input));
    Safetensors.write(file, metadata, tensors);
  }

  static FeatureNetwork read(LibTorch library, SafetensorsFile stored) {
    StoredFormat.require(stored, FORMAT, VERSION);
    Input input = input(stored);
    SmallClassifier net = new SmallClassifier(input.image(), input.classes());
    float[] values = new float[net.parameters().length()];
    for (Slot slot : net.parameters().slots()) {
      float[] part = StoredFormat.finite(stored, slot.name(), slot.sizes());
      System.arraycopy(part, 0, values, (int) slot.offset(), part.length);
    }
    return net.with(new FixedWeights(library, net.parameters(), values));
  }

  private static Input input(SafetensorsFile stored) {
    String json = stored.metadata().getOrDefault("input", "");
    try {
      return JsonMapper.shared().readValue(json, Input.class);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new UnusableInput(
          stored.file() + " must describe its input in its metadata, but holds " + json, e);
    }
  }

  private ClassifierFile() {}
}
