package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

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

  /**
   * This value as a type that says how it is written, a record with a component a key.
   *
   * @throws InputException if a key is missing or has another kind of value; it names the key
   */
  public <T> T as(Class<T> type) {
    try {
      return Json.value(node, type);
    } catch (DatabindException e) {
      throw at(e.getPath()).wrong(expected(e));
    }
  }

  /** The keys of this object that are not among some, with their values, in their order. */
  public Map<String, JsonNode> without(Set<String> names) {
    var others = new LinkedHashMap<String, JsonNode>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!names.contains(property.getKey())) {
        others.put(property.getKey(), property.getValue());
      }
    }
    return others;
  }

  /** The value at the end of a path; a key that is missing there is an error. */
  private JsonField at(List<JacksonException.Reference> path) {
    JsonField field = this;
    for (JacksonException.Reference step : path) {
      field =
          step.getPropertyName() == null
              ? field.list().get(step.getIndex())
              : field.at(step.getPropertyName());
    }
    return field;
  }

  /** What a type takes, in words. */
  private static String expected(DatabindException e) {
    if (e.getCause() instanceof IllegalArgumentException refused) {
      return refused.getMessage();
    }
    Class<?> type =
        e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : Object.class;
    if (type == null || type == Object.class) {
      return "another value";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "text";
    }
    if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)
        || List.of(OptionalInt.class, OptionalLong.class).contains(type)) {
      return "a whole number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == OptionalDouble.class) {
      return "a number";
    }
    return Collection.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
  }

  /** This as a type that refuses, by an IllegalArgumentException, what is no value of it. */
  public <T> T checked(String expected, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw wrong(expected);
    }
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
