package io.spindrift.diffusion.extractor;

import io.spindrift.diffusion.metric.FeatureExtractor;
import java.nio.file.Path;

/** Opens feature networks of one more file format than the tensor library reads. */
public interface ExtractorFormat {
  /**
   * Whether a file is of this format, by its first bytes or its name; false where it is missing.
   */
  boolean holds(Path file);

  /**
   * Opens a network.
   *
   * @param name what the network is called; the reported name adds the file's SHA-256
   * @throws io.spindrift.numerics.UnusableInput when the file holds no network for images
   */
  FeatureExtractor open(String name, Path file);
}
