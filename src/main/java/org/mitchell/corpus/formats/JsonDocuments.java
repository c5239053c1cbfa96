package org.mitchell.corpus.formats;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The documents of JSON that is not an object a line: the elements of arrays, and objects of any
 * number of lines on end. An object has its document in a field; a string is a document.
 */
final class JsonDocuments implements DocumentStream {
  private final ContentStream content;
  private final JsonParser parser;
  private final JsonDocument document;
  private long number;
  private boolean lost;

  /**
   * @param field the text's name; a dot leads into an object
   */
  JsonDocuments(ContentStream content, String field) {
    this.content = content;
    this.parser = JsonDocument.parser(content);
    this.document = new JsonDocument(field);
  }

  @Override
  public boolean next(Piece piece) throws DamagedContent {
    if (lost) {
      return false;
    }
    try {
      var token = parser.nextToken();
      while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
        token = parser.nextToken();
      }
      if (token == null) {
        return false;
      }
      number++;
      append(token, piece);
      return true;
    } catch (JacksonException e) {
      lost = true;
      throw content.damage().orElseGet(() -> broken(e));
    }
  }

  private void append(JsonToken token, Piece piece) throws DamagedContent {
    var problem = read(token);
    if (problem.isPresent()) {
      throw new DamagedContent(
          content.position(), "value %,d: %s".formatted(number, problem.get()), null);
    }
    piece.append(document.text(), 0, document.length());
    piece.endDocument();
  }

  private Optional<String> read(JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      return document.readString(parser);
    }
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Optional.of("got a number or a constant where an object or a string is expected");
    }
    var object = new ByteArrayOutputStream();
    try (var copy = JsonDocument.generator(object)) {
      copy.copyCurrentStructure(parser);
    }
    return document.read(object.toByteArray());
  }

  private DamagedContent broken(JacksonException cause) {
    return new DamagedContent(
        content.position(),
        "this is no JSON: value %,d, about line %,d: %s; what follows is left out"
            .formatted(
                number + 1,
                cause.getLocation() == null ? 1 : cause.getLocation().getLineNr(),
                JsonDocument.reason(cause)),
        cause);
  }
}
