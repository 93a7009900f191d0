package io.spindrift.memory.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of users that are not what they should be: each is refused in one sentence. */
class TableFuzzTest {
  private static final String ROW = "XOR,1e-15,,,,45,logic,model,A\n";

  @TempDir Path folder;

  private record Table(String resource, Function<Path, Object> reader) {}

  private static final List<Table> TABLES =
      List.of(
          new Table("action_prices.csv", ActionPrices::read),
          new Table("areas.csv", AreaTable::read),
          new Table("technologies.csv", PriceTable::read));

  private static String text(String resource) throws IOException {
    try (InputStream in = CsvTable.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  private static String prices(String first, String rows) throws IOException {
    return first + "\n" + text("action_prices.csv").lines().toList().get(1) + "\n" + rows;
  }

  @Test
  void whatShipsWithTheProgramIsAcceptedAsAUsersTable() throws IOException {
    for (Table table : TABLES) {
      assertThat(table.reader().apply(file(text(table.resource())))).isNotNull();
    }
    assertThat(ActionPrices.standard().version().words())
        .isEqualTo("action-prices version 2, 2026-11-29");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # spindrift action-prices version 1, 2026-01-01 | is action-prices version 1, but this
          # spindrift action-prices version 9, 2026-01-01 | is action-prices version 9, but this
          # spindrift technologies version 2, 2026-01-01  | is technologies version 2, but this
          # spindrift action-prices version 2             | must read '# spindrift action-prices
          # spindrift action-prices version 2, yesterday  | must read '# spindrift action-prices
          action,energy_joules                            | is action-prices version 1 for want of a first line '# spindrift action-prices
          """)
  void anotherVersionIsRefusedByName(String first, String reason) throws IOException {
    Path file = file(prices(first, ROW));
    assertThatThrownBy(() -> ActionPrices.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining(file + ", line 1: " + reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XOR,0,,,,45,logic,model,A",
        "XOR,-1,,,,45,logic,model,A",
        "XOR,NaN,,,,45,logic,model,A",
        "XOR,Infinity,,,,45,logic,model,A",
        "XOR,1e999,,,,45,logic,model,A",
        "XOR,,,,,45,logic,model,A",
        "XOR,cheap,,,,45,logic,model,A",
        "XOR,1e-15,,,,45,logic,model,",
        "XOR,1e-15,,,,,logic,model,A",
        "XOR,1e-15,,,,45,linear,model,A",
        "XOR,1e-15,,,,45,logic,guess,A",
        "XOR,1e-15,2e-15,3e-15,,45,logic,model,A",
        "XNOR,1e-15,,,,45,logic,model,A",
        "XOR,1e-15,,,0,45,logic,model,A",
        "XOR,1e-15,,,,45,logic,model",
        "XOR,1e-15,,,,45,logic,model,A,B",
        "XOR,1e-15,,,,45,logic,model,\"A",
        "XOR,1e-15,,,,45,logic,model,A\nXOR,1e-15,,,,45,logic,model,A",
      })
  void aRowThatCannotBeUsedIsRefusedWithItsLine(String row) throws IOException {
    Path file = file(prices("# spindrift action-prices version 2, 2026-11-29", row));
    assertThatThrownBy(() -> ActionPrices.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageMatching("(?s).*table.csv, line [34]: [^\n]+");
  }

  @Test
  void anEmptyHugeBinaryOrMissingFileIsRefused() throws IOException {
    assertThatThrownBy(() -> ActionPrices.read(file(""))).isInstanceOf(UnusableInput.class);
    assertThatThrownBy(() ->
            ActionPrices.read(file(prices("# spindrift action-prices version 2, 2026-11-29", ""))))
        .hasMessageContaining("has a header but no rows");
    Path huge = file(prices("# spindrift action-prices version 2, 2026-11-29", ROW.repeat(40_000)));
    assertThatThrownBy(() -> ActionPrices.read(huge)).hasMessageContaining("at most 1 MiB");
    Path binary = Files.write(folder.resolve("b.csv"), new byte[] {(byte) 0xC3, 0, 1, 2});
    assertThatThrownBy(() -> ActionPrices.read(binary)).isInstanceOf(UnusableInput.class);
    assertThatThrownBy(() -> ActionPrices.read(folder)).isInstanceOf(UnusableInput.class);
  }

  /** 600 damaged copies, seed 7: read as a table or refused, never anything else. */
  @Test
  void aDamagedTableIsReadOrRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    int refused = 0;
    for (Table table : TABLES) {
      String text = text(table.resource());
      for (int i = 0; i < 200; i++) {
        refused += isRefused(table, damaged(text, random)) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  private boolean isRefused(Table table, String text) throws IOException {
    Path file = file(text);
    try {
      assertThat(table.reader().apply(file)).isNotNull();
      return false;
    } catch (UnusableInput refusal) {
      assertThat(refusal.getMessage()).contains("table.csv").doesNotContain("\n");
      return true;
    }
  }

  private static String damaged(String text, SplittableRandom random) {
    int at = random.nextInt(text.length());
    int length = Math.min(text.length() - at, 1 + random.nextInt(12));
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(at + length);
      case 2 -> text.substring(0, at) + (char) (32 + random.nextInt(95)) + text.substring(at + 1);
      default -> text.substring(0, at) + text.substring(at, at + length) + text.substring(at);
    };
  }
}
