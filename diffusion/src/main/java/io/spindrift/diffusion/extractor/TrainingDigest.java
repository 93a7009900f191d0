package io.spindrift.diffusion.extractor;

import io.spindrift.diffusion.image.ImageSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over all that decides a file of a classifier trained on images. */
final class TrainingDigest {
  /** Another training of the same images is another network: raise it when the training changes. */
  private static final String TRAINING = "spindrift classifier training 1";

  /** Names of files stay below the 143 characters that some encrypted file systems allow. */
  private static final int SHOWN_BYTES = 16;

  /** The first 128 bits in hexadecimal. */
  static String of(String arithmetic, ImageSet images, int count, int steps, long seed) {
    MessageDigest digest = sha256();
    update(digest, TRAINING);
    update(digest, arithmetic);
    update(digest, images.name());
    ByteBuffer settings = ByteBuffer.allocate(8 * 7);
    settings.putLong(images.shape().channels());
    settings.putLong(images.shape().height());
    settings.putLong(images.shape().width());
    settings.putLong(images.classes());
    settings.putLong(count).putLong(steps).putLong(seed);
    digest.update(settings.array());
    byte[] pixels = new byte[images.shape().size()];
    ByteBuffer label = ByteBuffer.allocate(Integer.BYTES);
    for (int i = 0; i < count; i++) {
      images.read(i, pixels, 0);
      digest.update(pixels);
      digest.update(label.putInt(0, images.label(i)).array());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
  }

  /** The whole digest of a content, in hexadecimal. */
  static String hexadecimal(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** A text with its length before it, so that no two lists of texts run together alike. */
  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private TrainingDigest() {}
}
