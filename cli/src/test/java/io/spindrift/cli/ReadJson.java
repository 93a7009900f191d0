package io.spindrift.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a command printed with {@code --json}: exactly one document. */
public final class ReadJson {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The document, or a failure when there is none or more than one. */
  public static JsonNode of(String text) {
    return STRICT.readTree(text);
  }

  private ReadJson() {}
}
