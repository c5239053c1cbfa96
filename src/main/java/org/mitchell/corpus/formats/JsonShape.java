package org.mitchell.corpus.formats;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Tells JSON, an object a line or in any other way, from running text. */
final class JsonShape {
  private JsonShape() {}

  /**
   * The format of content that begins as JSON.
   *
   * @param beginning of the content from its first character on, in well-formed UTF-8
   */
  static Optional<CorpusFormat> of(String beginning) {
    if (beginning.startsWith("[")) {
      return isArray(beginning) ? Optional.of(CorpusFormat.JSON) : Optional.empty();
    }
    if (!beginning.startsWith("{")) {
      return Optional.empty();
    }
    int lineEnd = beginning.indexOf('\n');
    String line = lineEnd < 0 ? beginning : beginning.substring(0, lineEnd);
    if (lineEnd >= 0 && endsWithin(line) && !nextLine(beginning, lineEnd).startsWith("{")) {
      return isObject(beginning) ? Optional.of(CorpusFormat.JSON) : Optional.empty();
    }
    // A line that begins as an object is to be one to its end, or is damaged.
    return isObject(line) ? Optional.of(CorpusFormat.JSONL) : Optional.empty();
  }

  private static String nextLine(String text, int lineEnd) {
    return text.substring(lineEnd).stripLeading();
  }

  /** Whether it begins with an object that has a named value. */
  private static boolean isObject(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    try (var parser = JsonDocument.parser(utf8, 0, utf8.length)) {
      return parser.nextToken() == JsonToken.START_OBJECT
          && parser.nextToken() == JsonToken.PROPERTY_NAME;
    } catch (JacksonException e) {
      return false;
    }
  }

  /** Whether the text ends before the value that it begins with does, and is right so far. */
  private static boolean endsWithin(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    try (var parser = JsonDocument.parser(utf8, 0, utf8.length)) {
      parser.nextToken();
      parser.skipChildren();
      return false;
    } catch (JacksonException e) {
      return isAtEnd(e, utf8);
    }
  }

  /** Whether a text is right but for its end, which is missing. */
  private static boolean isAtEnd(JacksonException error, byte[] utf8) {
    return error instanceof UnexpectedEndOfInputException
        || error.getLocation() != null && error.getLocation().getByteOffset() >= utf8.length;
  }

  /** Whether all of it is one array of objects, strings or arrays, as far as it goes. */
  private static boolean isArray(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    boolean values = false;
    try (var parser = JsonDocument.parser(utf8, 0, utf8.length)) {
      parser.nextToken();
      var first = parser.nextToken();
      values =
          first == JsonToken.START_OBJECT
              || first == JsonToken.START_ARRAY
              || first == JsonToken.VALUE_STRING;
      while (parser.nextToken() != null) {
        // Only whether it can be read matters.
      }
      return values;
    } catch (JacksonException e) {
      return values && isAtEnd(e, utf8);
    }
  }
}
