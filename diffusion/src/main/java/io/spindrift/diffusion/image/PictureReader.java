package io.spindrift.diffusion.image;

import io.spindrift.numerics.UnusableInput;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads one PNG or JPEG.
 *
 * <p>Grey levels are taken as stored, without a change of colour space; transparency is ignored.
 */
final class PictureReader {
  private static final long LARGEST_FILE = 1 << 28;

  /** What a picture's header says. */
  record Header(int width, int height, boolean colour) {}

  private interface Reading<T> {
    T read(ImageReader reader) throws IOException;
  }

  /** Reads the header alone. */
  static Header header(Path file) {
    return with(
        file,
        reader -> {
          Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
          boolean grey = types.hasNext() && isGrey(types.next().getColorModel());
          return new Header(reader.getWidth(0), reader.getHeight(0), !grey);
        });
  }

  private static boolean isGrey(ColorModel model) {
    if (model instanceof IndexColorModel palette) {
      return IntStream.range(0, palette.getMapSize())
          .allMatch(i ->
              palette.getRed(i) == palette.getGreen(i)
                  && palette.getGreen(i) == palette.getBlue(i));
    }
    return model.getColorSpace().getNumComponents() == 1;
  }

  /** Reads the pixels as [channel, height, width] into a block. */
  static void read(Path file, ImageShape shape, byte[] target, int offset) {
    BufferedImage picture = with(file, reader -> reader.read(0));
    int plane = shape.height() * shape.width();
    Raster raster = picture.getRaster();
    boolean levels =
        raster.getNumBands() <= 2 && !(picture.getColorModel() instanceof IndexColorModel);
    int shift = levels ? Math.max(0, raster.getSampleModel().getSampleSize(0) - 8) : 0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int at = offset + y * shape.width() + x;
        int rgb = levels ? raster.getSample(x, y, 0) >> shift : picture.getRGB(x, y);
        for (int c = 0; c < shape.channels(); c++) {
          target[at + c * plane] =
              (byte) (levels || shape.channels() == 1 ? rgb : rgb >> (16 - 8 * c));
        }
      }
    }
  }

  private static <T> T with(Path file, Reading<T> reading) {
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes(file)))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new UnusableInput(file + " must be a PNG or a JPEG, but its bytes are neither");
      }
      ImageReader reader = readers.next();
      List<String> warnings = new ArrayList<>();
      try {
        reader.setInput(in, false, true);
        reader.addIIOReadWarningListener((_, text) -> warnings.add(text));
        T result = reading.read(reader);
        if (!warnings.isEmpty()) {
          throw new UnusableInput(
              file + " must be a complete picture, but: " + warnings.getFirst());
        }
        return result;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnusableInput refusal) {
        throw refusal;
      }
      throw new UnusableInput(
          file + " must be a complete PNG or JPEG, but cannot be read: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new UnusableInput(file + " must be a picture of at most " + LARGEST_FILE + " bytes");
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length > 1 && bytes[0] == (byte) 0x89 && bytes[1] == 'P') {
      PngChunks.requireComplete(file, bytes);
    }
    return bytes;
  }

  private PictureReader() {}
}
