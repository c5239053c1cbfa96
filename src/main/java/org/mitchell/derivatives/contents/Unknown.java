package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mitchell.files.JsonField;
import tools.jackson.databind.JsonNode;

/** Keys of a file that is made of several parts, which are of none of them. */
public record Unknown(@JsonAnyGetter Map<String, JsonNode> keys) {
  /** Of a file that was not read. */
  public static final Unknown NONE = new Unknown(Others.NONE);

  public Unknown {
    keys = Others.kept(keys);
  }

  /**
   * @param kind the record that the file is read as; those of its components that are unwrapped are
   *     its parts
   */
  static Unknown of(JsonField json, Class<? extends Record> kind) {
    return new Unknown(json.without(names(kind)));
  }

  private static Set<String> names(Class<?> kind) {
    var names = new TreeSet<String>();
    for (RecordComponent component : kind.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        names.addAll(names(component.getType()));
      } else {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        String name = component.getName();
        names.add(
            named == null
                ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)
                : named.value());
      }
    }
    return names;
  }
}
