package io.spindrift.experiment.run;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import blue.strategic.parquet.ParquetWriter;
import io.spindrift.numerics.UnusableInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Reads and writes a {@link Table} as a Parquet file, which Python and R open directly. */
public final class ParquetTable {
  /** Writes {@code table} to {@code file}, which must not exist. */
  public static void write(Path file, Table table) throws IOException {
    try (ParquetWriter<Integer> writer =
        ParquetWriter.writeFile(
            schema(table),
            file.toFile(),
            (row, values) -> table.columns().forEach((n, c) -> values.write(n, cell(c, row))))) {
      for (int row = 0; row < table.rows(); row++) {
        writer.write(row);
      }
    }
  }

  /**
   * Reads a table written by {@link #write}.
   *
   * @throws UnusableInput when the file is missing or is no Parquet file
   */
  public static Table read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableInput("there is no table " + file);
    }
    String name = file.getFileName().toString().replaceFirst("\\.parquet$", "");
    try (Stream<Map<String, Object>> rows =
        ParquetReader.streamContent(file.toFile(), new Rows())) {
      List<Type> fields =
          ParquetReader.readMetadata(file.toFile()).getFileMetaData().getSchema().getFields();
      return assemble(name, fields, rows.toList());
    } catch (IOException | RuntimeException e) {
      throw new UnusableInput(file + " cannot be read as a Parquet table: " + e.getMessage(), e);
    }
  }

  private static Table assemble(String name, List<Type> fields, List<Map<String, Object>> rows) {
    Table table = Table.named(name);
    for (Type field : fields) {
      String column = field.getName();
      Stream<Object> cells = rows.stream().map(row -> row.get(column));
      table =
          switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case DOUBLE ->
                table.reals(column, cells.mapToDouble(v -> ((Number) v).doubleValue()).toArray());
            case INT64 ->
                table.wholes(column, cells.mapToLong(v -> ((Number) v).longValue()).toArray());
            default -> table.words(column, cells.map(String::valueOf).toArray(String[]::new));
          };
    }
    return table;
  }

  private static MessageType schema(Table table) {
    List<Type> fields = new ArrayList<>();
    table.columns().forEach((name, column) -> fields.add(field(name, column)));
    return new MessageType(table.name(), fields);
  }

  private static PrimitiveType field(String name, Table.Column column) {
    return switch (column) {
      case Table.Reals _ -> Types.required(PrimitiveTypeName.DOUBLE).named(name);
      case Table.Wholes _ -> Types.required(PrimitiveTypeName.INT64).named(name);
      case Table.Words _ ->
          Types.required(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
    };
  }

  private static Object cell(Table.Column column, int row) {
    return switch (column) {
      case Table.Reals reals -> reals.values()[row];
      case Table.Wholes wholes -> wholes.values()[row];
      case Table.Words words -> words.values()[row];
    };
  }

  private static final class Rows
      implements Hydrator<Map<String, Object>, Map<String, Object>, String[]> {
    @Override
    public Map<String, Object> start() {
      return new HashMap<>();
    }

    @Override
    public Map<String, Object> add(Map<String, Object> row, String[] path, Object value) {
      row.put(path[0], value);
      return row;
    }

    @Override
    public Map<String, Object> finish(Map<String, Object> row) {
      return row;
    }
  }

  private ParquetTable() {}
}
