package io.spindrift.experiment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTableTest {
  @TempDir Path folder;

  @Test
  void aTableReadsBackAsItWasWritten() throws IOException {
    Table table =
        Table.named("curve")
            .reals("pulse_seconds", 1e-9, Double.NaN, -0.0)
            .wholes("count", 1, Long.MAX_VALUE, -3)
            .words("state", "P", "", "Fréchet");
    Path file = folder.resolve("curve.parquet");
    ParquetTable.write(file, table);
    Table back = ParquetTable.read(file);
    assertThat(back.columns().keySet()).containsExactly("pulse_seconds", "count", "state");
    assertThat(back.numbers("pulse_seconds")).containsExactly(1e-9, Double.NaN, -0.0);
    assertThat(back.columns().get("count"))
        .isInstanceOfSatisfying(
            Table.Wholes.class, c -> assertThat(c.values()).containsExactly(1, Long.MAX_VALUE, -3));
    assertThat(back.texts("state")).containsExactly("P", "", "Fréchet");
  }

  @Test
  void anEmptyTableKeepsItsColumns() throws IOException {
    Path file = folder.resolve("empty.parquet");
    ParquetTable.write(file, Table.named("empty").reals("x").words("y"));
    assertThat(ParquetTable.read(file).columns().keySet()).containsExactly("x", "y");
  }

  @Test
  void aFileThatIsNoParquetIsRefusedWithItsName() throws IOException {
    Path file = folder.resolve("broken.parquet");
    Files.writeString(file, "not a table");
    assertThatThrownBy(() -> ParquetTable.read(file))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("broken.parquet");
  }

  @Test
  void columnsOfUnequalLengthAreRefused() {
    assertThatThrownBy(() -> Table.named("t").reals("x", 1, 2).reals("y", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differ in length");
  }
}
