package io.spindrift.cli.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON document of a command with {@code --json}. */
final class JsonOutput {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Prints a record, map or list. */
  static void print(PrintWriter out, Object document) {
    out.println(MAPPER.writeValueAsString(document));
  }

  /** The text of a document, for a file. */
  static String text(Object document) {
    return MAPPER.writeValueAsString(document) + "\n";
  }

  /** An object whose fields keep their order: name, value, name, value, and so on. */
  static Map<String, Object> object(@Nullable Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) Objects.requireNonNull(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }

  private JsonOutput() {}
}
