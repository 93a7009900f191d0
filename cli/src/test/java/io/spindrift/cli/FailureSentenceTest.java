package io.spindrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spindrift.numerics.NumericalFailure;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailureSentenceTest {
  @Test
  void inputTroubleKeepsItsOwnSentence() {
    assertThat(FailureSentence.ofInput(new UnusableInput("thickness must be positive")))
        .contains("thickness must be positive");
  }

  @Test
  void fileTroubleNamesTheFileAndTheReason() {
    assertThat(FailureSentence.ofInput(new NoSuchFileException("data.gz")))
        .hasValueSatisfying(s -> assertThat(s).contains("data.gz", "no such file"));
    assertThat(FailureSentence.ofInput(new AccessDeniedException("/locked")))
        .hasValueSatisfying(s -> assertThat(s).contains("/locked", "denied"));
    IOException full = new FileSystemException("run/a.png", null, "No space left on device");
    assertThat(FailureSentence.ofInput(new UncheckedIOException(full)))
        .hasValueSatisfying(s -> assertThat(s).contains("run/a.png", "No space left on device"));
  }

  @Test
  void failuresOfTheProgramAreNotBlamedOnTheInput() {
    assertThat(FailureSentence.ofInput(new IllegalStateException("impossible"))).isEmpty();
    assertThat(FailureSentence.ofInput(new NumericalFailure("m left the sphere"))).isEmpty();
  }

  @Test
  void anInternalErrorNamesItsLog() {
    assertThat(
            FailureSentence.ofInternal(new IllegalStateException("impossible"), Path.of("e.log")))
        .isEqualTo("internal error: impossible; details are in e.log");
    assertThat(FailureSentence.ofInternal(new NullPointerException(), Path.of("e.log")))
        .contains("NullPointerException");
  }
}
