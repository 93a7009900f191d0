package io.spindrift.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import io.spindrift.numerics.UnusableInput;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The output of a network that holds the features. */
record NetworkOutput(String name) {
  private static final int MOST_FEATURES = 8192;

  static NetworkOutput of(String network, Map<String, NodeInfo> outputs, @Nullable String asked) {
    NodeInfo output = asked == null ? first(network, outputs) : outputs.get(asked);
    if (output == null) {
      throw new UnusableInput(
          network + " has no output " + asked + "; it has " + String.join(", ", outputs.keySet()));
    }
    if (!(output.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT) {
      throw new UnusableInput(
          network
              + " must give 32-bit floats as its output "
              + output.getName()
              + ", but gives "
              + output.getInfo());
    }
    return new NetworkOutput(output.getName());
  }

  private static NodeInfo first(String network, Map<String, NodeInfo> outputs) {
    return outputs.values().stream()
        .findFirst()
        .orElseThrow(() -> new UnusableInput(network + " must have an output, but has none"));
  }

  /** Number of features of an output of this shape for one image. */
  int features(String network, long[] shape) {
    long features = 1;
    int to = shape.length == 4 ? 2 : shape.length;
    for (int i = 1; i < to && features <= MOST_FEATURES; i++) {
      features *= shape[i];
    }
    boolean fits = shape.length >= 2 && shape.length <= 4 && shape[0] == 1;
    fits &= Arrays.stream(shape).allMatch(side -> side >= 1);
    if (!fits || features > MOST_FEATURES) {
      throw new UnusableInput(
          network
              + " must give each image 1 to "
              + MOST_FEATURES
              + " features [1, feature], [1, place, feature] or [1, feature, height, width], but"
              + " its output "
              + name
              + " is "
              + Arrays.toString(shape));
    }
    return (int) features;
  }

  /** Copies the features of one image out, averaged over height and width where there are any. */
  static void read(FloatBuffer values, long[] shape, float[] target, int at, int features) {
    int places = shape.length == 4 ? (int) (shape[2] * shape[3]) : 1;
    for (int f = 0; f < features; f++) {
      double sum = 0;
      for (int p = 0; p < places; p++) {
        sum += values.get(f * places + p);
      }
      target[at + f] = (float) (sum / places);
    }
  }
}
