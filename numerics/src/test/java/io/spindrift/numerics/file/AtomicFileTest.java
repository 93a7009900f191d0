package io.spindrift.numerics.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aFileAppearsWholeInAFolderThatIsMade() {
    Path target = folder.resolve("a/b/c.txt");
    AtomicFile.writeText(target, "one");
    AtomicFile.writeText(target, "two");
    assertThat(target).hasContent("two");
    assertThat(folder.resolve("a/b").toFile().list()).containsExactly("c.txt");
  }

  @Test
  void theOldFileStaysWhenTheWriterFails() {
    Path target = folder.resolve("c.txt");
    AtomicFile.writeText(target, "old");
    assertThatThrownBy(() ->
            AtomicFile.write(
                target,
                beside -> {
                  Files.writeString(beside, "ne");
                  throw new IllegalStateException("stop");
                }))
        .hasMessage("stop");
    assertThat(target).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("c.txt");
  }

  @Test
  void theRemainderOfAnInterruptedWriteIsReplaced() throws IOException {
    Files.writeString(folder.resolve(".c.txt.part"), "half of an earlier, longer file");
    AtomicFile.writeText(folder.resolve("c.txt"), "whole");
    assertThat(folder.resolve("c.txt")).hasContent("whole");
    assertThat(folder.toFile().list()).containsExactly("c.txt");
  }

  @Test
  void aFullDiskIsOneSentence() {
    Path device = Path.of("/dev/full");
    if (!Files.exists(device)) {
      Assumptions.abort("no /dev/full on this system");
    }
    assertThatThrownBy(() ->
            AtomicFile.write(folder.resolve("c.txt"), beside -> Files.write(device, new byte[10])))
        .isInstanceOf(UnusableInput.class)
        .hasMessageStartingWith("cannot write ")
        .hasMessageContaining("the disk is full; give a folder that can be written and has room");
  }

  @Test
  void refusalsOfTheSystemAreSentences() {
    refused(new AccessDeniedException("/x"), "permission is denied for /x");
    refused(new IOException("c: Read-only file system"), "the file system is read-only");
    refused(
        new IOException("can not write a page", new IOException("No space left on device")),
        "c.txt: the disk is full");
    refused(new IOException("Disk quota exceeded"), "the disk quota is used up");
  }

  @Test
  void aFailureWithinAFileThatIsBeingWrittenNamesThatFile() {
    assertThatThrownBy(() ->
            AtomicFile.write(
                folder.resolve("c.txt"),
                beside ->
                    AtomicFile.write(
                        beside,
                        inner -> {
                          throw new IOException("No space left on device");
                        })))
        .isInstanceOf(UnusableInput.class)
        .hasMessageStartingWith("cannot write " + folder.resolve("c.txt") + ":");
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void aFileInPlaceOfAFolderAndAFolderInPlaceOfAFileAreRefused() throws IOException {
    Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> AtomicFile.writeText(folder.resolve("file/c.txt"), "y"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("is a file, not a folder");
    Files.createDirectory(folder.resolve("dir"));
    assertThatThrownBy(() -> AtomicFile.writeText(folder.resolve("dir"), "y"))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("a folder of that name exists");
  }

  private void refused(IOException failure, String reason) {
    assertThatThrownBy(() ->
            AtomicFile.write(
                folder.resolve("c.txt"),
                beside -> {
                  throw new UncheckedIOException(failure);
                }))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(reason);
    assertThat(folder.toFile().list()).isEmpty();
  }
}
