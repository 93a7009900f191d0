package io.spindrift.experiment.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.spindrift.numerics.UnusableInput;
import io.spindrift.numerics.file.FileTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
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
      throw new UnusableInput(file + " is not a file of this program: " + reason(e), e);
    }
  }

  /** What is wrong and where, without the names of classes and settings of the reader. */
  private static String reason(JacksonException e) {
    String place =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null ? "" + step.getIndex() : step.getPropertyName())
            .collect(Collectors.joining("."));
    if (e instanceof StreamReadException) {
      return e.getOriginalMessage().lines().findFirst().orElse("it is damaged");
    }
    return (place.isEmpty() ? "it" : place)
        + " must hold what this version writes there, but something is missing or of another kind";
  }

  private Json() {}
}
