package io.spindrift.onnx;

import io.spindrift.diffusion.extractor.ExtractorFormat;
import io.spindrift.diffusion.metric.FeatureExtractor;
import io.spindrift.numerics.Require;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Opens ONNX files as feature networks.
 *
 * <p>The network must take one tensor of 32-bit floats [1 or any, channel, height, width]. Images
 * are brought to its height and width by bilinear interpolation between pixel centres (PyTorch's
 * {@code align_corners=False}, no smoothing), grey ones are repeated where it wants three channels.
 * An output of two or three dimensions is taken as it is, one of four is averaged over height and
 * width.
 *
 * @param threads threads that share the images; each image passes alone on one thread, so that
 *     neither their number nor its neighbours can change its features
 * @param output name of the output that holds the features; null for the first
 * @param scale what the network wants to see of a pixel
 */
public record OnnxNetworks(int threads, @Nullable String output, PixelScale scale)
    implements ExtractorFormat {
  private static final String ENDING = ".onnx";
  private static final int SHOWN_BYTES = 6;
  private static final long MOST_BYTES = 1L << 30;
  private static final int SAFETENSORS_BRACE = 8;

  /** Checks the number of threads. */
  public OnnxNetworks {
    Require.inRange("threads", threads, 1, 4096);
  }

  /** First output, pixels from 0 to 1. */
  public static OnnxNetworks onThreads(int threads) {
    return new OnnxNetworks(threads, null, PixelScale.UNIT);
  }

  /**
   * {@inheritDoc}
   *
   * <p>An ONNX file begins with field 1 of its protocol buffer, a small version number. A
   * safetensors file may begin alike, but then holds the opening brace of its header.
   */
  @Override
  public boolean holds(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(SAFETENSORS_BRACE + 1);
      boolean safetensors = head.length > SAFETENSORS_BRACE && head[SAFETENSORS_BRACE] == '{';
      return head.length > 2 && head[0] == 0x08 && head[1] > 0 && head[2] != 0 && !safetensors;
    } catch (IOException unreadable) {
      return false;
    }
  }

  @Override
  public FeatureExtractor open(String name, Path file) {
    byte[] content = content(file);
    return OnnxFeatureExtractor.open(name + identity(content), file, content, this);
  }

  private static byte[] content(Path file) {
    try {
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw new UnusableInput(
            file + " must hold at most " + MOST_BYTES + " bytes, but holds " + size);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Other output or other pixels are other features, and say so beside the checksum. */
  private String identity(byte[] content) {
    return " (sha256 "
        + HexFormat.of().formatHex(sha256(content), 0, SHOWN_BYTES)
        + (output == null ? "" : ", output " + output)
        + (scale == PixelScale.UNIT ? "" : ", pixels " + scale)
        + ")";
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
