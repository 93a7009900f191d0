package io.spindrift.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void columnsStartTwoSpacesAfterTheWidestCell() {
    StringWriter text = new StringWriter();
    TextTable table = new TextTable("pulse", "P");
    table.add("1.024 ns", "0.86");
    table.add("2 ns", "0.5");
    table.print(new PrintWriter(text, true));
    assertThat(text.toString())
        .isEqualTo(
            """
            pulse     P
            1.024 ns  0.86
            2 ns      0.5
            """);
  }
}
