package io.spindrift.diffusion.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageReadersTest {
  @TempDir Path folder;

  @Test
  void idxIsReadPlainAndPackedWithItsLabelsBeside() throws IOException {
    byte[] data = ImageFiles.ramp(2 * 3 * 4);
    byte[] images = ImageFiles.idx(0x803, new int[] {2, 3, 4}, data);
    byte[] labels = ImageFiles.idx(0x801, new int[] {2}, new byte[] {4, 9});
    Files.write(folder.resolve("train-images-idx3-ubyte"), images);
    Files.write(folder.resolve("train-labels-idx1-ubyte.gz"), ImageFiles.gzip(labels));
    Files.write(folder.resolve("t10k-images-idx3-ubyte.gz"), ImageFiles.gzip(images));

    FoundImages found = ImageSetFinder.recognise(folder);
    assertThat(found.training().shape()).isEqualTo(new ImageShape(1, 3, 4));
    assertThat(found.training().count()).isEqualTo(2);
    assertThat(found.training().classes()).isEqualTo(10);
    assertThat(found.training().label(0)).isEqualTo(4);
    assertThat(ImageFiles.read(found.training(), 1)).isEqualTo(Arrays.copyOfRange(data, 12, 24));
    ImageSet heldOut = found.heldOutImages().orElseThrow();
    assertThat(heldOut.label(1)).isEqualTo(-1);
    assertThat(heldOut.classes()).isZero();
    assertThat(found.sentence()).contains("2 images").contains("4x3 grey").contains("held out");
  }

  @Test
  void cifarIsReadFromSeveralFiles() throws IOException {
    byte[] two = ImageFiles.cifar(2);
    Files.write(folder.resolve("data_batch_1.bin"), two);
    Files.write(folder.resolve("data_batch_2.bin.gz"), ImageFiles.gzip(ImageFiles.cifar(3)));
    Files.write(folder.resolve("test_batch.bin"), ImageFiles.cifar(1));
    FoundImages found = ImageSetFinder.recognise(folder);
    assertThat(found.training().shape()).isEqualTo(new ImageShape(3, 32, 32));
    assertThat(found.training().count()).isEqualTo(5);
    assertThat(found.training().label(1)).isEqualTo(1);
    assertThat(ImageFiles.read(found.training(), 1)).isEqualTo(Arrays.copyOfRange(two, 3074, 6146));
    assertThat(found.heldOutImages().orElseThrow().count()).isEqualTo(1);
  }

  @Test
  void picturesAreReadAsStoredAndFoldersAreClasses() throws IOException {
    ImageFiles.picture(folder.resolve("b/1.png"), "png", BufferedImage.TYPE_BYTE_GRAY, 6, 5);
    ImageFiles.picture(folder.resolve("a/7.png"), "png", BufferedImage.TYPE_BYTE_GRAY, 6, 5);
    ImageFiles.picture(folder.resolve("a/8.PNG"), "png", BufferedImage.TYPE_BYTE_GRAY, 6, 5);
    ImageSet images = ImageSetFinder.recognise(folder).training();
    assertThat(images.shape()).isEqualTo(new ImageShape(1, 5, 6));
    assertThat(List.of(images.label(0), images.label(1), images.label(2))).containsExactly(0, 0, 1);
    assertThat(ImageFiles.read(images, 0)[2 * 6 + 4]).isEqualTo((byte) 162);
  }

  @Test
  void oneColouredPictureMakesTheSetColoured() throws IOException {
    ImageFiles.picture(folder.resolve("x/1.png"), "png", BufferedImage.TYPE_BYTE_GRAY, 4, 4);
    ImageFiles.picture(folder.resolve("x/2.png"), "png", BufferedImage.TYPE_INT_RGB, 4, 4);
    ImageSet images = FolderReader.read(folder.resolve("x"));
    assertThat(images.shape().channels()).isEqualTo(3);
    assertThat(ImageFiles.read(images, 0)[16 + 5]).isEqualTo((byte) 41);
    byte[] colour = ImageFiles.read(images, 1);
    assertThat(new byte[] {colour[6], colour[16 + 6], colour[32 + 6]})
        .containsExactly((byte) 80, (byte) 32, (byte) 9);
  }

  @Test
  void sixteenBitGreyKeepsItsUpperByteAndJpegIsRead() throws IOException {
    Path deep = folder.resolve("deep/1.png");
    BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY);
    picture.getRaster().setSample(1, 0, 0, 0xAB12);
    Files.createDirectories(deep.getParent());
    javax.imageio.ImageIO.write(picture, "png", deep.toFile());
    assertThat(ImageFiles.read(FolderReader.read(folder.resolve("deep")), 0)[1])
        .isEqualTo((byte) 0xAB);
    ImageFiles.picture(folder.resolve("jpeg/1.jpg"), "jpg", BufferedImage.TYPE_INT_RGB, 16, 8);
    assertThat(FolderReader.read(folder.resolve("jpeg")).shape())
        .isEqualTo(new ImageShape(3, 8, 16));
  }

  @Test
  void npyIsReadAsBytesOrNumbersWithChannelsFirstOrLast() throws IOException {
    byte[] data = ImageFiles.ramp(2 * 4 * 5 * 3);
    ImageSet first = npy("|u1", "(2, 3, 4, 5)", data);
    assertThat(first.shape()).isEqualTo(new ImageShape(3, 4, 5));
    assertThat(ImageFiles.read(first, 1)).isEqualTo(Arrays.copyOfRange(data, 60, 120));
    ImageSet last = npy("|u1", "(2, 4, 5, 3)", data);
    assertThat(last.shape()).isEqualTo(new ImageShape(3, 4, 5));
    assertThat(ImageFiles.read(last, 0)[20 + 7]).isEqualTo(data[7 * 3 + 1]);
    assertThat(npy("|u1", "(6, 4, 5)", data).count()).isEqualTo(6);

    ByteBuffer unit = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    unit.putFloat(0).putFloat(0.5f).putFloat(1).putFloat(0.2f);
    assertThat(ImageFiles.read(npy("<f4", "(1, 2, 2)", unit.array()), 0))
        .containsExactly(0, 128, 255, 51);
    ByteBuffer levels = ByteBuffer.allocate(16).putFloat(0).putFloat(0.5f).putFloat(254.6f);
    assertThat(ImageFiles.read(npy(">f4", "(1, 2, 2)", levels.array()), 0))
        .containsExactly(0, 1, 255, 0);
  }

  @Test
  void whatIsWrittenAsPicturesIsReadBackEqual() {
    for (ImageShape shape : List.of(new ImageShape(1, 7, 5), new ImageShape(3, 7, 5))) {
      Path out = folder.resolve("out" + shape.channels());
      ImageSet images = new StoredImageSet("ramp", shape, ImageFiles.ramp(3 * shape.size()), null);
      PngFolderWriter.write(out, images);
      ImageSet read = ImageSetFinder.recognise(out).training();
      assertThat(read.shape()).isEqualTo(shape);
      assertThat(ImageFiles.read(read, 2)).isEqualTo(ImageFiles.read(images, 2));
    }
  }

  @Test
  void aGridShowsEveryPixelScaledAndInItsPlace() {
    ImageShape shape = new ImageShape(3, 2, 2);
    Path file = folder.resolve("grid.png");
    byte[] pixels = ImageFiles.ramp(3 * shape.size());
    new PngGrid(2, 3).write(file, shape, pixels);
    ImageSet grid = FolderReader.read(folder);
    assertThat(grid.shape()).isEqualTo(new ImageShape(3, 2 + 2 * 8, 2 + 2 * 8));
    byte[] shown = ImageFiles.read(grid, 0);
    int plane = 18 * 18;
    // Image 2, row 1, column 0 lies below image 0.
    assertThat(shown[plane + (2 + 8 + 3 + 1) * 18 + 2 + 1]).isEqualTo(pixels[2 * 12 + 4 + 2]);
  }

  @Test
  void theRealMnistFamilyIsRecognised() {
    String data = System.getProperty("spindrift.data", "");
    Assumptions.assumeFalse(
        data.isBlank() || data.startsWith("${"), "no image data: pass -Dspindrift.data=DIR");
    for (String name : List.of("mnist", "fashion-mnist")) {
      FoundImages found = ImageSetFinder.recognise(Path.of(data, name));
      assertThat(found.training().count()).isEqualTo(60_000);
      assertThat(found.heldOutImages().orElseThrow().count()).isEqualTo(10_000);
      assertThat(found.training().classes()).isEqualTo(10);
    }
    FoundImages cifar = ImageSetFinder.recognise(Path.of(data, "cifar10-lossless-subset"));
    assertThat(cifar.training().count()).isEqualTo(4_000);
    assertThat(cifar.heldOutImages().orElseThrow().count()).isEqualTo(50);
  }

  private ImageSet npy(String descr, String shape, byte[] data) throws IOException {
    Path file = folder.resolve("x.npy");
    Files.write(file, ImageFiles.npy(descr, shape, data));
    return ImageSetFinder.recognise(file).training();
  }
}
