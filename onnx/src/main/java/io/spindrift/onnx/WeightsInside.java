package io.spindrift.onnx;

import io.spindrift.numerics.UnusableInput;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The check that an ONNX file names no other file as the place of its weights.
 *
 * <p>The runtime reads a file that is named by its whole path, wherever it lies: the checksum would
 * not cover it, and a network from elsewhere could look into the files of the user. The protocol
 * buffer is therefore walked along every way that leads to a tensor. Field numbers: {@code
 * onnx.proto3} of the repository onnx/onnx.
 */
final class WeightsInside {
  private static final int DEEPEST = 100;
  private static final int LONGEST_NUMBER = 10;
  private static final int DATA_LOCATION = 14;

  private final String network;

  private WeightsInside(String network) {
    this.network = network;
  }

  /** Messages that lead to tensors. */
  private enum Message {
    MODEL,
    TRAINING,
    FUNCTION,
    GRAPH,
    NODE,
    ATTRIBUTE,
    SPARSE_TENSOR,
    TENSOR
  }

  private static final Map<Message, Map<Integer, Message>> FIELDS =
      Map.of(
          Message.MODEL, Map.of(7, Message.GRAPH, 20, Message.TRAINING, 25, Message.FUNCTION),
          Message.TRAINING, Map.of(1, Message.GRAPH, 2, Message.GRAPH),
          Message.FUNCTION, Map.of(7, Message.NODE, 11, Message.ATTRIBUTE),
          Message.GRAPH, Map.of(1, Message.NODE, 5, Message.TENSOR, 15, Message.SPARSE_TENSOR),
          Message.NODE, Map.of(5, Message.ATTRIBUTE),
          Message.ATTRIBUTE,
              Map.of(
                  5, Message.TENSOR,
                  6, Message.GRAPH,
                  10, Message.TENSOR,
                  11, Message.GRAPH,
                  22, Message.SPARSE_TENSOR,
                  23, Message.SPARSE_TENSOR),
          Message.SPARSE_TENSOR, Map.of(1, Message.TENSOR, 2, Message.TENSOR));

  /**
   * Walks a file.
   *
   * @throws UnusableInput when a tensor lies elsewhere, or when the bytes are no protocol buffer
   */
  static void require(String network, byte[] content) {
    new WeightsInside(network).walk(ByteBuffer.wrap(content), Message.MODEL, 0);
  }

  private void walk(ByteBuffer in, Message message, int depth) {
    if (depth > DEEPEST) {
      throw refusal("it nests more than " + DEEPEST + " messages");
    }
    while (in.hasRemaining()) {
      int tag = (int) number(in);
      int field = tag >>> 3;
      switch (tag & 7) {
        case 0 -> {
          int value = (int) number(in);
          if (message == Message.TENSOR && field == DATA_LOCATION && value != 0) {
            throw refusal("it keeps weights in another file");
          }
        }
        case 1 -> skip(in, Long.BYTES);
        case 2 -> {
          int length = available(in, (int) number(in));
          @Nullable Message inner = FIELDS.getOrDefault(message, Map.of()).get(field);
          if (inner != null) {
            walk(in.slice(in.position(), length), inner, depth + 1);
          }
          skip(in, length);
        }
        case 5 -> skip(in, Integer.BYTES);
        default -> throw refusal("its bytes are no protocol buffer");
      }
    }
  }

  private void skip(ByteBuffer in, int bytes) {
    in.position(in.position() + available(in, bytes));
  }

  private int available(ByteBuffer in, int bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw refusal("its bytes end too early");
    }
    return bytes;
  }

  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  private long number(ByteBuffer in) {
    long value = 0;
    for (int i = 0; i < LONGEST_NUMBER; i++) {
      available(in, 1);
      byte next = in.get();
      value |= (next & 0x7fL) << 7 * i;
      if (next >= 0) {
        return value;
      }
    }
    throw refusal("its bytes are no protocol buffer");
  }

  private UnusableInput refusal(String reason) {
    return new UnusableInput(
        network + " must be an ONNX network with its weights inside, but " + reason);
  }
}
