package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the project writes and reads it: indented, keys in the order given. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /**
   * The text of a value made of maps, lists, records, numbers and strings, with a newline at its
   * end.
   */
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value) + "\n";
  }

  /**
   * The JSON that belongs to a table: {@code counts.tsv} (or {@code counts.tsv.gz}) has {@code
   * counts.json}.
   */
  public static Path beside(Path table) {
    String name = table.getFileName().toString();
    return table.resolveSibling(
        name.replaceFirst("(?i)(\\.(tsv|csv|txt))?(\\.gz)?$", "") + ".json");
  }

  /** The number, or null for NaN and infinities, which JSON does not have. */
  public static Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /**
   * @throws InputException if the file is missing or is not JSON; the message gives the line
   */
  public static JsonNode read(Path file) throws IOException {
    try (var stream = InputFiles.open(file)) {
      return MAPPER.readTree(stream);
    } catch (JacksonException e) {
      var place = e.getLocation();
      String where =
          place == null
              ? ""
              : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
      throw InputException.in(file, where + "not JSON (" + e.getOriginalMessage() + ")", e);
    }
  }
}
