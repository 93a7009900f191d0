package io.spindrift.experiment.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Records to JSON text and back. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  static String write(Object value) {
    return MAPPER.writeValueAsString(value) + "\n";
  }

  static <T> T read(Path file, Class<T> type) {
    try {
      return MAPPER.readValue(Files.readString(file), type);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + FileTrouble.reason(e), e);
    } catch (JacksonException e) {
      throw new UnusableInput(
          file + " is not a file of this program: " + e.getOriginalMessage(), e);
    }
  }

  private Json() {}
}
