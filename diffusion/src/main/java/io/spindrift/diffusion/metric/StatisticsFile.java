package io.spindrift.diffusion.metric;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.AtomicFile;
import io.spindrift.numerics.file.ByteFile;
import io.spindrift.numerics.file.NpyHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Mean and covariance of features in an .npz file, as pytorch-fid keeps them.
 *
 * <p>The archive holds the arrays {@code mu} [feature] and {@code sigma} [feature, feature] in
 * float64; files of others may hold float32. Ours add {@code count} [1], the number of images in
 * float64, and {@code extractor} [byte], the name of the feature network in UTF-8, which other
 * readers pass over. Entries are stored without compression and without a date, so that equal
 * statistics give equal files. Source of the format: NumPy Enhancement Proposal 1 and {@code
 * numpy.savez}; names of the arrays: mseitzer/pytorch-fid, {@code save_fid_stats}.
 */
public final class StatisticsFile {
  /** Ending of such files. */
  public static final String ENDING = ".npz";

  private static final int MOST_FEATURES = 8192;
  private static final int LONGEST_NAME = 4096;
  private static final double ASYMMETRY = 1e-5;

  /**
   * Writes statistics.
   *
   * @throws UnusableInput when the file cannot be written
   */
  public static void write(Path file, FeatureStatistics statistics, String extractor) {
    int n = statistics.features();
    byte[] name = extractor.getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        file,
        beside -> {
          try (OutputStream out = Files.newOutputStream(beside);
              ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "mu", doubles(List.of((long) n), statistics.mean()));
            put(zip, "sigma", doubles(List.of((long) n, (long) n), statistics.covariance()));
            put(zip, "count", doubles(List.of(1L), statistics.count()));
            put(zip, "extractor", array("u1", List.of((long) name.length), name));
          }
        });
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] doubles(List<Long> shape, double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return array("f8", shape, bytes.array());
  }

  private static byte[] array(String type, List<Long> shape, byte[] elements) {
    byte[] header = new NpyHeader(type, ByteOrder.LITTLE_ENDIAN, shape).bytes();
    return ByteBuffer.allocate(header.length + elements.length).put(header).put(elements).array();
  }

  /**
   * Reads statistics.
   *
   * @throws UnusableInput when the file is no such archive, is damaged, or holds what cannot be a
   *     mean and a covariance
   */
  public static StoredStatistics read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableInput(file + " must be a file, but there is none");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      double[] mean = floats(file, zip, "mu", 1, 0);
      double[] covariance = floats(file, zip, "sigma", 2, mean.length);
      requireSymmetric(file, covariance, mean.length);
      FeatureStatistics statistics = new FeatureStatistics(count(file, zip), mean, covariance);
      return new StoredStatistics(statistics, extractor(file, zip));
    } catch (ZipException | IllegalArgumentException e) {
      throw new UnusableInput(
          file + " must be an .npz archive, but its zip data are damaged (" + e.getMessage() + ")",
          e);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Elements of an array with {@code axes} equal axes of {@code length}, or of any with 0. */
  private static double[] floats(Path file, ZipFile zip, String name, int axes, int length)
      throws IOException {
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw new UnusableInput(
          file
              + " must hold the arrays mu and sigma, as pytorch-fid writes them, but has no "
              + name);
    }
    try (ByteFile in = ByteFile.of(inside(file, name), zip.getInputStream(entry))) {
      NpyHeader header = NpyHeader.read(in, List.of("f4", "f8"), "float32 or float64");
      List<Long> shape = header.shape();
      long features = length > 0 ? length : shape.isEmpty() ? 0 : shape.getFirst();
      if (shape.size() != axes
          || features < 1
          || features > MOST_FEATURES
          || shape.stream().anyMatch(axis -> axis != features)) {
        throw new UnusableInput(
            in.path()
                + " must have "
                + axes
                + (axes == 1 ? " axis of 1 to " + MOST_FEATURES : " axes of " + length)
                + " features, but has the shape "
                + shape);
      }
      int elements = (int) (axes == 1 ? features : features * features);
      ByteBuffer bytes =
          ByteBuffer.wrap(in.exactly(elements * header.elementBytes(), "elements"))
              .order(header.order());
      in.end("the elements of shape " + shape);
      double[] values = new double[elements];
      for (int i = 0; i < elements; i++) {
        values[i] = header.elementBytes() == 4 ? bytes.getFloat() : bytes.getDouble();
        if (!Double.isFinite(values[i])) {
          throw new UnusableInput(in.path() + " must hold finite numbers, but holds " + values[i]);
        }
      }
      return values;
    }
  }

  private static void requireSymmetric(Path file, double[] covariance, int n) {
    double largest = 0;
    for (int i = 0; i < n; i++) {
      double variance = covariance[i * n + i];
      if (!(variance >= 0)) {
        throw new UnusableInput(
            inside(file, "sigma")
                + " must be a covariance, but the variance of feature "
                + i
                + " is "
                + variance);
      }
      largest = Math.max(largest, variance);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double difference = covariance[i * n + j] - covariance[j * n + i];
        if (!(Math.abs(difference) <= ASYMMETRY * largest)) {
          throw new UnusableInput(
              inside(file, "sigma")
                  + " must be symmetric, but its elements ("
                  + i
                  + ", "
                  + j
                  + ") and ("
                  + j
                  + ", "
                  + i
                  + ") differ by "
                  + Math.abs(difference));
        }
      }
    }
  }

  private static long count(Path file, ZipFile zip) throws IOException {
    if (zip.getEntry("count.npy") == null) {
      return FeatureStatistics.UNKNOWN_COUNT;
    }
    double count = floats(file, zip, "count", 1, 1)[0];
    if (!(count >= 2 && count <= 1L << 53 && count == Math.rint(count))) {
      throw new UnusableInput(
          inside(file, "count") + " must be a number of images from 2 on, but is " + count);
    }
    return (long) count;
  }

  private static @Nullable String extractor(Path file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry("extractor.npy");
    if (entry == null) {
      return null;
    }
    try (ByteFile in = ByteFile.of(inside(file, "extractor"), zip.getInputStream(entry))) {
      NpyHeader header = NpyHeader.read(in, List.of("u1"), "uint8");
      long length = header.shape().size() == 1 ? header.shape().getFirst() : -1;
      if (length < 0 || length > LONGEST_NAME) {
        throw new UnusableInput(
            in.path() + " must hold at most " + LONGEST_NAME + " bytes of a name");
      }
      return new String(in.exactly((int) length, "a name"), StandardCharsets.UTF_8);
    }
  }

  private static Path inside(Path file, String array) {
    return file.resolve(array + ".npy");
  }

  private StatisticsFile() {}
}
