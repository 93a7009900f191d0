package io.spindrift.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as google-java-format leaves it.
 *
 * <p>{@code ./mvnw test -pl rules -am -Dspindrift.format=write} rewrites those that are not.
 */
class FormattingTest {
  @Test
  void everyJavaFileIsFormatted() throws IOException, FormatterException {
    boolean write = "write".equals(System.getProperty("spindrift.format"));
    Formatter formatter = new Formatter();
    List<String> unformatted = new ArrayList<>();
    for (Path file : Checkout.javaFiles()) {
      String source = Checkout.text(file);
      String formatted = formatter.formatSourceAndFixImports(source);
      if (formatted.equals(source)) {
        continue;
      }
      if (write) {
        Files.writeString(file, formatted);
      } else {
        unformatted.add(Checkout.relative(file));
      }
    }
    assertThat(unformatted).as("files that -Dspindrift.format=write would change").isEmpty();
  }
}
