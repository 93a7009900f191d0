package io.spindrift.diffusion.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir Path folder;

  @Test
  void halfPrecisionIsRoundedToTheNearestTiesToEven() {
    // 1 + 2^-8 lies midway between two neighbours of bf16, 1 + 2^-11 between two of fp16.
    float half = 0x1p-8f;
    StoredTensor brain =
        StoredTensor.ofFloats(
            ElementType.BF16, new long[] {4}, 1 + half, 1 + 3 * half, 1 + 1.01f * half, -0.0f);
    assertThat(brain.floats()).containsExactly(1, 1 + 4 * half, 1 + 2 * half, -0.0f);
    float small = 0x1p-11f;
    StoredTensor ieee =
        StoredTensor.ofFloats(ElementType.F16, new long[] {3}, 1 + small, 1 + 3 * small, Float.NaN);
    assertThat(ieee.floats()).containsExactly(1, 1 + 4 * small, Float.NaN);
    assertThatThrownBy(() -> StoredTensor.ofFloats(ElementType.F16, new long[] {1}, 65520f))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> StoredTensor.ofFloats(ElementType.U8, new long[] {1}, 1f))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Path file = folder.resolve("a.safetensors");
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    tensors.put(
        "down.0.weight", new FloatTensor(new long[] {2, 3}, new float[] {1, 2, 3, 4, 5, 6}));
    tensors.put("step", StoredTensor.ofLongs(new long[0], 1L << 40));
    tensors.put("mean", StoredTensor.ofDoubles(new long[] {2}, Math.PI, -0.0));
    tensors.put("nothing", new FloatTensor(new long[] {0, 4}, new float[0]));
    Safetensors.write(file, Map.of("width", "16"), tensors);

    SafetensorsFile read = Safetensors.read(file);
    assertThat(read.metadata()).containsExactly(Map.entry("width", "16"));
    assertThat(read.floats("down.0.weight", 2, 3)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(read.tensor("step").longs()).containsExactly(1L << 40);
    assertThat(read.tensor("mean").bytes().getDouble(0)).isEqualTo(Math.PI);
    assertThat(read.tensor("nothing").elements()).isZero();
    assertThat(folder.toFile().list()).containsExactly("a.safetensors");
  }

  @Test
  void tensorsAreWrittenInPieces() {
    Path file = folder.resolve("long.safetensors");
    float[] floats = new float[70_001];
    double[] doubles = new double[20_001];
    Arrays.setAll(doubles, i -> 1 / (1.0 + i));
    for (int i = 0; i < floats.length; i++) {
      floats[i] = 1 / (1f + i);
    }
    Map<String, TensorData> tensors = new LinkedHashMap<>();
    tensors.put("all", new FloatTensor(new long[] {floats.length}, floats));
    tensors.put("part", new FloatTensor(new long[] {40_000}, FloatBuffer.wrap(floats, 7, 40_000)));
    tensors.put("doubles", StoredTensor.ofDoubles(new long[] {doubles.length}, doubles));
    Safetensors.write(file, Map.of(), tensors);

    SafetensorsFile read = Safetensors.read(file);
    assertThat(read.floats("all", floats.length)).isEqualTo(floats);
    assertThat(read.floats("part", 40_000)).isEqualTo(Arrays.copyOfRange(floats, 7, 40_007));
    assertThat(read.tensor("doubles").bytes().getDouble(8 * 20_000)).isEqualTo(doubles[20_000]);
  }

  @Test
  void aTensorWithFewerValuesThanItsShapeIsRefused() {
    assertThatThrownBy(() -> new FloatTensor(new long[] {3}, FloatBuffer.wrap(new float[9], 4, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but there are 2");
  }

  @Test
  void theBytesAreThoseOfThePublishedFormat() throws IOException {
    Path file = folder.resolve("b.safetensors");
    Safetensors.write(
        file, Map.of(), Map.of("x", new FloatTensor(new long[] {1}, new float[] {1})));
    String json = "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(in.getLong() % 8).isZero();
    assertThat(new String(bytes, 8, json.length(), StandardCharsets.UTF_8)).isEqualTo(json);
    assertThat(in.getFloat(bytes.length - 4)).isEqualTo(1f);
  }

  @Test
  void halfPrecisionIsWidened() throws IOException {
    ByteBuffer data = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    data.putShort((short) 0x3E00).putShort((short) 0x3FC0);
    Path file =
        craft(
            "{\"h\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,2]},"
                + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[2,4]}}",
            data.array());
    SafetensorsFile read = Safetensors.read(file);
    assertThat(read.tensor("h").floats()).containsExactly(1.5f);
    assertThat(read.tensor("b").floats()).containsExactly(1.5f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1]",
        "{",
        "{\"x\":1}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}",
        "{\"x\":{\"dtype\":\"F33\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967298],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999],\"data_offsets\":[0,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"y\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"__metadata__\":{\"a\":1},\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
      })
  void aHostileHeaderIsRefusedInOneSentence(String header) throws IOException {
    Path file = craft(header, new byte[8]);
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aLyingHeaderLengthIsRefusedWithoutAllocatingIt() throws IOException {
    Path file = folder.resolve("c.safetensors");
    for (long length : new long[] {-1, 0, 1, 1L << 40, Long.MAX_VALUE, 99_999_999}) {
      ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      Files.write(file, bytes.array());
      assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(UnusableInput.class);
    }
  }

  @Test
  void anyTruncationAndAnyFlippedByteIsReadOrRefusedButNeverFailsOtherwise() throws IOException {
    Path file = folder.resolve("d.safetensors");
    Safetensors.write(
        file, Map.of("k", "v"), Map.of("x", new FloatTensor(new long[] {4}, new float[4])));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(UnusableInput.class);
    }
    RandomStream random = StreamKey.root(5).purpose("fuzz").open();
    for (int trial = 0; trial < 500; trial++) {
      byte[] bent = whole.clone();
      bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
      Files.write(file, bent);
      try {
        assertThat(Safetensors.read(file).tensors().size()).isLessThan(3);
      } catch (UnusableInput expected) {
        assertThat(expected).hasMessageContaining(file.toString());
      }
    }
  }

  @Test
  void aMissingTensorAWrongShapeAndAWrongTypeAreNamed() {
    Path file = folder.resolve("e.safetensors");
    Safetensors.write(file, Map.of(), Map.of("x", StoredTensor.ofLongs(new long[] {1}, 3)));
    SafetensorsFile read = Safetensors.read(file);
    assertThatThrownBy(() -> read.tensor("y"))
        .hasMessageContaining("\"y\"")
        .hasMessageContaining("x");
    assertThatThrownBy(() -> read.floats("x", 2)).hasMessageContaining("[2]");
    assertThatThrownBy(() -> read.floats("x", 1)).hasMessageContaining("I64");
    assertThatThrownBy(() -> Safetensors.read(folder.resolve("none")))
        .isInstanceOf(UnusableInput.class);
  }

  @Test
  void aPublishedNetworkIsRead() {
    String data = System.getProperty("spindrift.data", "");
    Assumptions.assumeFalse(
        data.isBlank() || data.startsWith("${"), "no image data: pass -Dspindrift.data=DIR");
    SafetensorsFile file =
        Safetensors.read(Path.of(data, "feature-nets", "lenet-mnist.safetensors"));
    assertThat(file.tensors()).hasSize(10);
    assertThat(file.floats("fc.f6.weight", 84, 120)).hasSize(84 * 120);
  }

  private Path craft(String header, byte[] data) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).put(data);
    Path file = folder.resolve("crafted.safetensors");
    Files.write(file, bytes.array());
    return file;
  }
}
