package io.spindrift.onnx;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.testkit.OnnxText;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class WeightsInsideTest {
  private static final byte[] HERE = {8, 1, 16, 1, 112, 0};
  private static final byte[] ELSEWHERE = {8, 1, 16, 1, 112, 1};

  @Test
  void weightsOfTheGraphMayNotLieElsewhere() {
    long[] shape = {1};
    accepted(new OnnxText().weights("w", shape, 1).file());
    refused("another file", new OnnxText().weightsElsewhere("w", shape, "w.bin").file());
  }

  /** Every way from a model to a tensor: field numbers, outermost first. */
  @Test
  void tensorsAreFoundWhereverTheFormatKeepsThem() {
    int[][] ways = {
      {7, 5},
      {7, 15, 1},
      {7, 15, 2},
      {7, 1, 5, 5},
      {7, 1, 5, 10},
      {7, 1, 5, 22, 1},
      {7, 1, 5, 23, 2},
      {7, 1, 5, 6, 5},
      {7, 1, 5, 11, 1, 5, 5},
      {20, 1, 5},
      {20, 2, 1, 5, 5},
      {25, 7, 5, 5},
      {25, 11, 5}
    };
    for (int[] way : ways) {
      accepted(nested(HERE, way));
      refused("another file", nested(ELSEWHERE, way));
    }
    accepted(nested(ELSEWHERE, 7, 8));
    accepted(nested(ELSEWHERE, 7, 1));
  }

  /** The runtime keeps the low 32 bits of a number, and takes the last of several. */
  @Test
  void placesWrittenInRoundaboutWaysAreSeen() {
    refused("another file", nested(new byte[] {112, (byte) 0x81, 0}, 7, 5));
    byte[] beyond = {112, (byte) 0x81, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x10};
    refused("another file", nested(beyond, 7, 5));
    refused("another file", nested(new byte[] {112, 0, 112, 1}, 7, 5));
  }

  @Test
  void bytesThatAreNoProtocolBufferAreRefused() {
    refused("end too early", new byte[] {8});
    refused("end too early", new byte[] {58, 5, 0});
    refused("end too early", new byte[] {58, -1, -1, -1, -1, 15});
    refused("end too early", new byte[] {9, 1, 2, 3});
    refused("no protocol buffer", new byte[] {11});
    refused("no protocol buffer", new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1});
    int[] deep = new int[121];
    for (int i = 0; i < deep.length; i += 3) {
      deep[i] = i == 0 ? 7 : 6;
      if (i + 2 < deep.length) {
        deep[i + 1] = 1;
        deep[i + 2] = 5;
      }
    }
    refused("nests more than 100", nested(new byte[0], deep));
  }

  private static byte[] nested(byte[] innermost, int... fields) {
    byte[] message = innermost;
    for (int i = fields.length - 1; i >= 0; i--) {
      ByteArrayOutputStream outer = new ByteArrayOutputStream();
      number(outer, fields[i] << 3 | 2);
      number(outer, message.length);
      outer.writeBytes(message);
      message = outer.toByteArray();
    }
    return message;
  }

  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    for (; rest > 127; rest >>>= 7) {
      out.write(rest & 127 | 128);
    }
    out.write(rest);
  }

  private static void accepted(byte[] file) {
    assertThatCode(() -> WeightsInside.require("net", file)).doesNotThrowAnyException();
  }

  private static void refused(String words, byte[] file) {
    assertThatThrownBy(() -> WeightsInside.require("net", file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("net must be an ONNX network with its weights inside, but ")
        .hasMessageContaining(words);
  }
}
