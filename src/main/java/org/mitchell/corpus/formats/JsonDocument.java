package org.mitchell.corpus.formats;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.mitchell.files.Remedy;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * One text field of JSON objects, read without making objects of them. Belongs to one thread.
 *
 * <p>The field is a string, or an array of strings, which are the lines of the text. Where a name
 * comes twice in an object, the last one counts.
 */
final class JsonDocument {
  /** Lines are held whole anyway, so strings may be as long. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII) // half surrogates too
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private static final byte[] REPLACEMENT = "\ufffd".getBytes(StandardCharsets.UTF_8);

  private final String field;
  private final String[] path;
  private final TextFields fields = new TextFields(JSON);
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith(REPLACEMENT);
  private byte[] text = new byte[1 << 12];
  private int length;
  private boolean found;
  private Optional<String> problem = Optional.empty();

  /**
   * @param field its name; a dot leads into an object
   */
  JsonDocument(String field) {
    this.field = field;
    this.path = field.split("\\.", -1);
  }

  /** A parser of well-formed UTF-8. */
  static JsonParser parser(byte[] utf8, int from, int to) {
    return JSON.createParser(ObjectReadContext.empty(), utf8, from, to - from);
  }

  /** A parser of a stream of well-formed UTF-8, which the caller closes. */
  static JsonParser parser(InputStream utf8) {
    return JSON.createParser(ObjectReadContext.empty(), utf8);
  }

  /** Writes values that this reads again. */
  static JsonGenerator generator(OutputStream to) {
    return JSON.createGenerator(ObjectWriteContext.empty(), to);
  }

  /** Takes the string that a parser is at for the text. */
  Optional<String> readString(JsonParser parser) {
    length = 0;
    append(parser);
    return Optional.empty();
  }

  /** Reads the text of one object, which is all there is. */
  Optional<String> read(byte[] utf8) {
    return read(utf8, 0, utf8.length);
  }

  /** Reads the text of one object from well-formed UTF-8; returns what prevents it, if anything. */
  Optional<String> read(byte[] utf8, int from, int to) {
    length = 0;
    found = false;
    problem = Optional.empty();
    try (var parser = parser(utf8, from, to)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.of("got other JSON where an object a line is expected");
      }
      object(parser, 0);
      if (parser.nextToken() != null) {
        return Optional.of("got more behind a JSON object where one object a line is expected");
      }
    } catch (JacksonException e) {
      return Optional.of("this line is no JSON object (%s)".formatted(reason(e)));
    }
    return problem.isEmpty() && !found ? Optional.of(missing(utf8, from, to)) : problem;
  }

  /** The text that was read, as UTF-8; bytes from {@link #length} on mean nothing. */
  byte[] text() {
    return text;
  }

  int length() {
    return length;
  }

  /** Reads up to the end of an object, which has begun and to which {@code depth} names led. */
  private void object(JsonParser parser, int depth) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean named = parser.currentName().equals(path[depth]);
      var value = parser.nextToken();
      if (named && depth + 1 == path.length) {
        text(parser, value);
      } else if (named && value == JsonToken.START_OBJECT) {
        object(parser, depth + 1);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void text(JsonParser parser, JsonToken value) {
    length = 0;
    found = true;
    problem = Optional.empty();
    if (value == JsonToken.VALUE_STRING) {
      append(parser);
    } else if (value == JsonToken.START_ARRAY) {
      strings(parser);
    } else {
      parser.skipChildren();
      problem = Optional.of(unexpected(value));
    }
  }

  private void strings(JsonParser parser) {
    for (var value = parser.nextToken(); value != JsonToken.END_ARRAY; value = parser.nextToken()) {
      if (value == JsonToken.VALUE_STRING) {
        append(parser);
        room(1);
        text[length++] = '\n';
      } else {
        parser.skipChildren();
        problem = Optional.of(unexpected(value) + " in its array");
      }
    }
  }

  private void append(JsonParser parser) {
    int chars = parser.getStringLength();
    room(Math.multiplyExact(REPLACEMENT.length, chars));
    var bytes = ByteBuffer.wrap(text, length, text.length - length);
    encoder.reset();
    encoder.encode(
        CharBuffer.wrap(parser.getStringCharacters(), parser.getStringOffset(), chars),
        bytes,
        true);
    length = bytes.position();
  }

  private void room(int more) {
    if (text.length - length < more) {
      text = Arrays.copyOf(text, Math.max(Math.addExact(length, more), 2 * length));
    }
  }

  /** What is wrong, as far as it can be told without the words of the parser. */
  static String reason(JacksonException error) {
    var place = error.getLocation();
    return error instanceof UnexpectedEndOfInputException
        ? "it ends early"
        : place == null ? "it is damaged" : "at its character %,d".formatted(place.getColumnNr());
  }

  private String unexpected(JsonToken got) {
    String kind =
        switch (got) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          case VALUE_NULL -> "null";
          case VALUE_TRUE, VALUE_FALSE -> "true or false";
          default -> "a number";
        };
    return "the field '%s' holds %s where a string or an array of strings is expected"
        .formatted(field, kind);
  }

  private String missing(byte[] utf8, int from, int to) {
    return "the object has no field '%s' (fields of text: %s). %s"
        .formatted(field, fields.of(utf8, from, to), Remedy.TEXT_FIELD.words());
  }
}
