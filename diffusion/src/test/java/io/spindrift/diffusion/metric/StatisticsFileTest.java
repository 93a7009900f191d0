package io.spindrift.diffusion.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.random.RandomStream;
import io.spindrift.numerics.random.StreamKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsFileTest {
  private static final FeatureStatistics STATISTICS =
      new FeatureStatistics(77, new double[] {1.5, -2}, new double[] {4, 0.1, 0.1, 0.3});

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadToTheBit() {
    Path file = folder.resolve("a.npz");
    StatisticsFile.write(file, STATISTICS, "lénet (sha256 0123)");
    StoredStatistics stored = StatisticsFile.read(file);
    assertThat(stored.extractor()).isEqualTo("lénet (sha256 0123)");
    assertThat(stored.statistics().count()).isEqualTo(77);
    assertThat(stored.statistics().mean()).isEqualTo(STATISTICS.mean());
    assertThat(stored.statistics().covariance()).isEqualTo(STATISTICS.covariance());
  }

  @Test
  void equalStatisticsGiveEqualFiles() {
    StatisticsFile.write(folder.resolve("a.npz"), STATISTICS, "x");
    StatisticsFile.write(folder.resolve("b.npz"), STATISTICS, "x");
    assertThat(folder.resolve("a.npz")).hasSameBinaryContentAs(folder.resolve("b.npz"));
  }

  /** The reader of pytorch-fid takes mu and sigma; numpy itself judges the archive. */
  @Test
  void numpyReadsTheFile() throws IOException, InterruptedException {
    Path file = folder.resolve("a.npz");
    StatisticsFile.write(file, STATISTICS, "lenet");
    assertThat(
            numpy(
                "f = np.load(sys.argv[1]); print(sorted(f.files), f['mu'].tolist(),"
                    + " f['sigma'].tolist(), f['mu'].dtype, f['count'].tolist(),"
                    + " f['extractor'].tobytes().decode())",
                file))
        .isEqualTo(
            "['count', 'extractor', 'mu', 'sigma'] [1.5, -2.0] [[4.0, 0.1], [0.1, 0.3]] float64"
                + " [77.0] lenet");
  }

  @Test
  void filesOfNumpyAreRead() throws IOException, InterruptedException {
    for (String save : new String[] {"savez", "savez_compressed"}) {
      for (String type : new String[] {"float64", "float32", ">f8"}) {
        Path file = folder.resolve(save + ".npz");
        numpy(
            "np."
                + save
                + "(sys.argv[1], mu=np.array([1, 2], '"
                + type
                + "'), sigma=np.array([[2, 0.5], [0.5, 1]], '"
                + type
                + "'))",
            file);
        StoredStatistics stored = StatisticsFile.read(file);
        assertThat(stored.statistics().mean()).containsExactly(1, 2);
        assertThat(stored.statistics().covariance()).containsExactly(2, 0.5, 0.5, 1);
        assertThat(stored.statistics().count()).isEqualTo(FeatureStatistics.UNKNOWN_COUNT);
        assertThat(stored.extractor()).isNull();
      }
    }
  }

  @Test
  void whatIsNoCovarianceIsRefusedInOneSentence() throws IOException {
    refused("must hold the arrays mu and sigma", archive("mu", npy("(2,)", 1, 2)));
    refused("must be symmetric", statistics(1, 0.5, 0.4, 1));
    refused("variance of feature 1 is -1", statistics(1, 0, 0, -1));
    refused("finite", statistics(1, Double.NaN, 0, 1));
    refused("finite", statistics(1, 0, 0, Double.POSITIVE_INFINITY));
    refused(
        "shape [3, 3]", archive("mu", npy("(2,)", 1, 2), "sigma", npy("(3, 3)", new double[9])));
    refused("shape [4]", archive("mu", npy("(2,)", 1, 2), "sigma", npy("(4,)", 1, 2, 3, 4)));
    refused("shape []", archive("mu", npy("()", 1), "sigma", npy("()", 1)));
    refused("shape [99999]", archive("mu", npy("(99999,)", 1), "sigma", npy("(1, 1)", 1)));
    refused("elements", archive("mu", npy("(2,)", 1), "sigma", npy("(2, 2)", 1, 0, 0, 1)));
    refused("further bytes", archive("mu", npy("(1,)", 1, 2), "sigma", npy("(1, 1)", 1)));
    refused("zip", "no archive at all".getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> StatisticsFile.read(folder.resolve("absent.npz")))
        .isInstanceOf(UnusableInput.class);
  }

  /** Products in single precision are symmetric to about 1e-7. */
  @Test
  void roundingMayMakeACovarianceSlightlyUneven() throws IOException {
    Path file = Files.write(folder.resolve("float.npz"), statistics(1, 0.5, 0.5000001, 1));
    assertThat(StatisticsFile.read(file).statistics().covariance())
        .containsExactly(1, 0.5, 0.5000001, 1);
  }

  /** Every cut and every flipped byte is either read or refused, and never ends otherwise. */
  @Test
  void damagedFilesAreRefusedOrRead() throws IOException {
    Path whole = folder.resolve("whole.npz");
    StatisticsFile.write(whole, STATISTICS, "x");
    byte[] bytes = Files.readAllBytes(whole);
    Path file = folder.resolve("damaged.npz");
    for (int length = 0; length < bytes.length; length += 7) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> StatisticsFile.read(file)).isInstanceOf(UnusableInput.class);
    }
    RandomStream random = StreamKey.root(9).open();
    for (int trial = 0; trial < 1500; trial++) {
      byte[] damaged = bytes.clone();
      int at = trial < bytes.length ? trial : random.nextInt(bytes.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      assertThatCode(
              () -> {
                try {
                  StatisticsFile.read(file);
                } catch (UnusableInput refusal) {
                  assertThat(refusal.getMessage()).contains("damaged.npz");
                }
              })
          .doesNotThrowAnyException();
    }
  }

  private void refused(String word, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("bad.npz"), bytes);
    assertThatThrownBy(() -> StatisticsFile.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(word)
        .hasMessageContaining("bad.npz");
  }

  private static byte[] statistics(double... covariance) throws IOException {
    return archive("mu", npy("(2,)", 1, 2), "sigma", npy("(2, 2)", covariance));
  }

  private static byte[] npy(String shape, double... values) {
    byte[] text =
        ("{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }\n")
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + text.length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) text.length).put(text);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return bytes.array();
  }

  private static byte[] archive(Object... namesAndArrays) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndArrays.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndArrays[i] + ".npy"));
        zip.write((byte[]) namesAndArrays[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  /** Output of a line of Python; skips the test where there is no numpy. */
  private static String numpy(String line, Path file) throws IOException, InterruptedException {
    Path python = Path.of("/usr/bin/python3");
    Assumptions.assumeTrue(Files.isExecutable(python), "no /usr/bin/python3");
    Process process =
        new ProcessBuilder(
                python.toString(), "-c", "import sys, numpy as np\n" + line, file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    Assumptions.assumeFalse(output.contains("No module named"), "no numpy");
    assertThat(status).as(output).isZero();
    return output.strip();
  }
}
