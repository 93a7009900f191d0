package io.spindrift.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.spindrift.numerics.UnusableInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/**
 * A network in the runtime, on one thread for each call; calls may overlap.
 *
 * <p>A file that the runtime does not take is a matter of the user, and a sentence.
 */
final class OnnxSession implements AutoCloseable {
  private static final int LONGEST_REASON = 200;

  private final String network;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private OnnxSession(String network, OrtEnvironment environment, OrtSession session) {
    this.network = network;
    this.environment = environment;
    this.session = session;
  }

  static OnnxSession open(String network, byte[] content) {
    WeightsInside.require(network, content);
    OrtEnvironment environment = environment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setDeterministicCompute(true);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      return new OnnxSession(network, environment, environment.createSession(content, options));
    } catch (OrtException refusal) {
      throw new UnusableInput(
          network
              + " must be an ONNX network with its weights inside, but the runtime refuses it: "
              + reason(refusal),
          refusal);
    }
  }

  private static OrtEnvironment environment() {
    try {
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "spindrift");
      environment.setTelemetry(false);
      return environment;
    } catch (LinkageError | OrtException failure) {
      throw new UnusableInput(
          "the ONNX runtime cannot be unpacked and loaded on this machine: "
              + failure.getMessage()
              + "; give a safetensors network instead",
          failure);
    }
  }

  Map<String, NodeInfo> inputs() {
    return asked(session::getInputInfo);
  }

  Map<String, NodeInfo> outputs() {
    return asked(session::getOutputInfo);
  }

  /** Takes what a network gives for one image. */
  interface Reader {
    void read(FloatBuffer values, long[] shape);
  }

  /**
   * Runs the network on one image.
   *
   * @param image values [channel, height, width], from position 0 to the limit
   * @param shape [1, channel, height, width]
   */
  void run(String input, FloatBuffer image, long[] shape, String output, Reader reader) {
    try (OnnxTensor given = OnnxTensor.createTensor(environment, image, shape);
        OrtSession.Result result = session.run(Map.of(input, given), Set.of(output))) {
      if (!(result.get(0) instanceof OnnxTensor tensor)) {
        throw new UnusableInput(network + " must give a tensor, but gives " + result.get(0));
      }
      FloatBuffer values = tensor.getFloatBuffer();
      if (values == null) {
        throw new UnusableInput(network + " must give 32-bit floats, but gives " + tensor);
      }
      reader.read(values, tensor.getInfo().getShape());
    } catch (OrtException failure) {
      throw new UnusableInput(
          network + " cannot compute its output " + output + ": " + reason(failure), failure);
    }
  }

  /** Memory for one image, outside the heap as the runtime wants it. */
  static FloatBuffer room(int size) {
    return ByteBuffer.allocateDirect(size * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private interface Question {
    Map<String, NodeInfo> ask() throws OrtException;
  }

  private Map<String, NodeInfo> asked(Question question) {
    try {
      return question.ask();
    } catch (OrtException failure) {
      throw new UnusableInput(network + " cannot be described: " + reason(failure), failure);
    }
  }

  /** The first line of what the runtime says, shortened. */
  private static String reason(OrtException failure) {
    String text = String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason");
    String printable = text.replaceAll("\\p{Cntrl}", " ");
    return printable.length() <= LONGEST_REASON
        ? printable
        : printable.substring(0, LONGEST_REASON) + " …";
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException(network + " cannot be closed", failure);
    }
  }
}
