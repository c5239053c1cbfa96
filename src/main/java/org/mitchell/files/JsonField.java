package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A value in a JSON file that the program wrote. It is asked for as what it should be, and whatever
 * else it is becomes an error that names file and key.
 */
public final class JsonField {
  private static final int LONGEST_SHOWN = 40;

  private final Path file;
  private final String key;
  private final JsonNode node;
  private final String whatToDo;

  private JsonField(Path file, String key, JsonNode node, String whatToDo) {
    this.file = file;
    this.key = key;
    this.node = node;
    this.whatToDo = whatToDo;
  }

  /**
   * The object that a file holds.
   *
   * @param whatToDo a sentence that ends every error, such as how to make the file anew
   * @throws InputException if the file is no JSON object
   */
  public static JsonField read(Path file, String whatToDo) throws IOException {
    var whole = new JsonField(file, "", Json.read(file), whatToDo);
    if (!whole.node.isObject()) {
      throw whole.wrong("an object");
    }
    return whole;
  }

  /**
   * The value of a key.
   *
   * @throws InputException if there is none, or it is null
   */
  public JsonField at(String name) {
    return find(name)
        .orElseThrow(() -> InputException.in(file, "'" + path(name) + "' is missing. " + whatToDo));
  }

  /** The value of a key; nothing where there is none, or it is null. */
  public Optional<JsonField> find(String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(new JsonField(file, path(name), value, whatToDo));
  }

  /** The values of an array. */
  public List<JsonField> list() {
    if (!node.isArray()) {
      throw wrong("a list");
    }
    var values = new ArrayList<JsonField>();
    for (JsonNode value : node) {
      values.add(new JsonField(file, key + "[" + values.size() + "]", value, whatToDo));
    }
    return values;
  }

  public boolean isText() {
    return node.isString();
  }

  public String text() {
    if (!node.isString()) {
      throw wrong("text");
    }
    return node.asString();
  }

  public boolean flag() {
    if (!node.isBoolean()) {
      throw wrong("true or false");
    }
    return node.asBoolean();
  }

  /** A whole number within limits, both included. */
  public int whole(int least, int most) {
    boolean right =
        node.isIntegralNumber()
            && node.canConvertToInt()
            && node.asInt() >= least
            && node.asInt() <= most;
    if (!right) {
      throw wrong("a whole number from %,d to %,d".formatted(least, most));
    }
    return node.asInt();
  }

  /** A finite number. */
  public double number() {
    if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
      throw wrong("a number");
    }
    return node.asDouble();
  }

  /** Finite numbers. */
  public double[] numbers() {
    return list().stream().mapToDouble(JsonField::number).toArray();
  }

  /** Texts. */
  public List<String> texts() {
    return list().stream().map(JsonField::text).toList();
  }

  /** One of some names, in any case. */
  public <E extends Enum<E>> E oneOf(Class<E> kind) {
    E[] choices = kind.getEnumConstants();
    return Arrays.stream(choices)
        .filter(choice -> node.isString() && choice.name().equalsIgnoreCase(node.asString()))
        .findFirst()
        .orElseThrow(
            () ->
                wrong(
                    Arrays.stream(choices)
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "one of ", ""))));
  }

  /** The error that this value is not what is expected. */
  public InputException wrong(String expected) {
    String shown = node.toString();
    if (shown.length() > LONGEST_SHOWN) {
      shown = shown.substring(0, LONGEST_SHOWN) + " ...";
    }
    return InputException.in(
        file,
        "%sgot %s where %s is expected. %s"
            .formatted(key.isEmpty() ? "" : "'" + key + "': ", shown, expected, whatToDo));
  }

  private String path(String name) {
    return key.isEmpty() ? name : key + "." + name;
  }
}
