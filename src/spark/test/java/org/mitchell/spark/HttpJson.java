package org.mitchell.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Spark's pages tell programs. */
final class HttpJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private HttpJson() {}

  /** Nothing as long as there is no such page, or only a sentence for people, as in a start. */
  static Optional<JsonNode> get(URI page) throws IOException {
    var connection = page.toURL().openConnection();
    try (var stream = connection.getInputStream()) {
      String type = Optional.ofNullable(connection.getContentType()).orElse("");
      return type.contains("json") ? Optional.of(MAPPER.readTree(stream)) : Optional.empty();
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }
}
