package io.spindrift.diffusion.extractor;

import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that PyTorch itself writes, usually {@code .pt} or {@code .pth}: TorchScript, a pickled
 * network or its pickled weights.
 *
 * <p>A pickle is a program, and weights alone do not say how to compute: neither is read.
 */
public final class PyTorchFile {
  private static final int PICKLE = 0x80;
  private static final int OLDEST_PROTOCOL = 2;
  private static final int NEWEST_PROTOCOL = 5;

  /** Where a safetensors file, whose length may look like a pickle, opens its header. */
  private static final int SAFETENSORS_BRACE = 8;

  /**
   * Refuses such a file as a feature network, and says what to export instead.
   *
   * @throws UnusableInput when the file is one of PyTorch, or cannot be read
   */
  public static void refuse(Path file) {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(SAFETENSORS_BRACE + 1);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + FileTrouble.reason(e), e);
    }
    if (isArchive(head) || isPickle(head)) {
      throw new UnusableInput(
          file
              + " must be a safetensors or an ONNX file, but is one that PyTorch writes (.pt,"
              + " .pth); torch.onnx.export makes an ONNX file of its network");
    }
  }

  /** Zip archive, since PyTorch 1.6. */
  private static boolean isArchive(byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /** Before, pickles one after the other. */
  private static boolean isPickle(byte[] head) {
    return head.length > 2
        && Byte.toUnsignedInt(head[0]) == PICKLE
        && head[1] >= OLDEST_PROTOCOL
        && head[1] <= NEWEST_PROTOCOL
        && !(head.length > SAFETENSORS_BRACE && head[SAFETENSORS_BRACE] == '{');
  }

  private PyTorchFile() {}
}
