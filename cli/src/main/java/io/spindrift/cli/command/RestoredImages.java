package io.spindrift.cli.command;

import io.spindrift.diffusion.image.ImageSet;
import io.spindrift.diffusion.image.PixelError;
import io.spindrift.diffusion.image.PngFolderWriter;
import io.spindrift.experiment.plot.Figure;
import io.spindrift.experiment.plot.ImageStripFigure;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a restoration leaves: pictures, a strip of the first of them, and errors.
 *
 * @param original the images before they were spoilt, null when nobody knows
 * @param given the images as they were given
 * @param result the images as they were restored
 * @param givenError error of the given images, null when the originals are not known
 * @param resultError error of the restored images, null when the originals are not known
 */
record RestoredImages(
    @Nullable ImageSet original,
    ImageSet given,
    ImageSet result,
    @Nullable PixelError givenError,
    @Nullable PixelError resultError) {
  private static final int SHOWN = 8;
  private static final int WIDTH = 640;

  /** Writes the pictures of a folder: result, given and original, and the strip. */
  void write(Path folder, String caption) {
    PngFolderWriter.write(folder.resolve("result"), result);
    PngFolderWriter.write(folder.resolve("given"), given);
    if (original != null) {
      PngFolderWriter.write(folder.resolve("original"), original);
    }
    ResultFolder.of(folder).write(List.of(), List.of(strip(caption)));
  }

  private Figure strip(String caption) {
    ImageStripFigure strip = new ImageStripFigure("restored", result.shape());
    int shown = Math.min(SHOWN, result.count());
    if (original != null) {
      strip.row("original", first(original, shown));
    }
    strip.row("given", first(given, shown)).row("restored", first(result, shown));
    return strip.draw(
        caption,
        "image",
        IntStream.range(0, shown).mapToObj(String::valueOf).toList(),
        Math.clamp(WIDTH / shown, 28, 84));
  }

  private static List<byte[]> first(ImageSet images, int shown) {
    return IntStream.range(0, shown)
        .mapToObj(k -> {
          byte[] image = new byte[images.shape().size()];
          images.read(k, image, 0);
          return image;
        })
        .toList();
  }

  /** The errors in a sentence, empty when the originals are not known. */
  String sentence() {
    return givenError == null || resultError == null
        ? ""
        : "; error against the originals %s, as given %s"
            .formatted(words(resultError), words(givenError));
  }

  private static String words(PixelError error) {
    return "%.1f pixel values (PSNR %.1f dB)"
        .formatted(error.rootMeanSquare(), error.peakSignalDecibels());
  }

  /** An error for JSON, null when it is not known. */
  static @Nullable Object json(@Nullable PixelError error) {
    return error == null
        ? null
        : JsonOutput.object(
            "rootMeanSquare",
            error.rootMeanSquare(),
            "psnrDecibels",
            error.rootMeanSquare() == 0 ? null : error.peakSignalDecibels());
  }
}
