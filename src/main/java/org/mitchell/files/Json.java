package org.mitchell.files;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the project writes and reads it: indented, with the same line ends on every system, keys
 * in the order given. A record is an object with a key for each component, and reading takes
 * nothing for what it is not: every component must be there but optional ones, lists and maps, and
 * a text is no number.
 */
public final class Json {
  private static final JsonSetter.Value EMPTY_FOR_NULL = JsonSetter.Value.forValueNulls(AS_EMPTY);
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .withConfigOverride(List.class, list -> list.setNullHandling(EMPTY_FOR_NULL))
          .withConfigOverride(Map.class, map -> map.setNullHandling(EMPTY_FOR_NULL))
          .annotationIntrospector(new RequiredComponents())
          .build();

  private Json() {}

  /** Every component of a record is required that has no value for being absent. */
  private static final class RequiredComponents extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      Class<?> type = member.getRawType();
      boolean mayBeAbsent =
          Collection.class.isAssignableFrom(type)
              || Map.class.isAssignableFrom(type)
              || type.getName().startsWith("java.util.Optional");
      return member instanceof AnnotatedParameter
          ? Boolean.valueOf(!mayBeAbsent)
          : super.hasRequiredMarker(config, member);
    }
  }

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
        name.replaceFirst("(?i)(\\.(tsv|csv|txt|bin|vec))?(\\.gz)?$", "") + ".json");
  }

  /**
   * A value of a type that says how it is written: what {@link JsonField#as} asks for.
   *
   * @throws tools.jackson.databind.DatabindException if the JSON is another thing
   */
  static <T> T value(JsonNode node, Class<T> type) {
    return MAPPER.treeToValue(node, type);
  }

  /** The keys of a record as it is written, with their values. */
  public static Map<String, JsonNode> keys(Record value) {
    var keys = new LinkedHashMap<String, JsonNode>();
    for (Map.Entry<String, JsonNode> key : MAPPER.<JsonNode>valueToTree(value).properties()) {
      keys.put(key.getKey(), key.getValue());
    }
    return keys;
  }

  /** The number; nothing for NaN and infinities, which JSON does not have. */
  public static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
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
      throw notJson(file.toString(), e);
    }
  }

  /**
   * As the other, of bytes that are in the memory.
   *
   * @param origin what messages call them
   */
  public static JsonNode parse(byte[] bytes, String origin) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      throw notJson(origin, e);
    }
  }

  private static InputException notJson(String origin, JacksonException e) {
    var place = e.getLocation();
    String where =
        place == null ? "" : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
    return new InputException(
        origin + ": " + where + "not JSON (" + e.getOriginalMessage() + ")", e);
  }
}
