package io.spindrift.diffusion.extractor;

import io.spindrift.diffusion.image.ImageSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over all that decides a classifier trained on images, in hexadecimal. */
final class TrainingDigest {
  /** Another training of the same images is another network: raise it when the training changes. */
  private static final String TRAINING = "spindrift classifier training 1";

  static String of(ImageSet images, int count, int steps, long seed) {
    MessageDigest digest = sha256();
    digest.update(TRAINING.getBytes(StandardCharsets.US_ASCII));
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
    return HexFormat.of().formatHex(digest.digest());
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
