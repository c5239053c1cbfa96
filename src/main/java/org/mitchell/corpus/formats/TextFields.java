package org.mitchell.corpus.formats;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a JSON object that could hold a document, for a user to choose from. */
final class TextFields {
  private static final int MOST_SHOWN = 12;
  private static final int LONGEST_SHOWN = 60;

  private final JsonMapper mapper;

  TextFields(JsonFactory json) {
    mapper = new JsonMapper(json);
  }

  /** Their names as they would be given, joined by commas, of an object in well-formed UTF-8. */
  String of(byte[] utf8, int from, int to) {
    var names = new ArrayList<String>();
    add(mapper.readTree(utf8, from, to - from), "", names);
    String more = names.size() > MOST_SHOWN ? ", ..." : "";
    var shown = names.subList(0, Math.min(names.size(), MOST_SHOWN));
    return names.isEmpty() ? "none" : String.join(", ", shown) + more;
  }

  private static void add(JsonNode object, String prefix, List<String> names) {
    for (var field : object.properties()) {
      String name = prefix + field.getKey();
      if (isText(field.getValue())) {
        boolean whole = name.length() <= LONGEST_SHOWN;
        names.add(whole ? name : name.substring(0, LONGEST_SHOWN) + "...");
      } else if (field.getValue().isObject()) {
        add(field.getValue(), name + ".", names);
      }
    }
  }

  private static boolean isText(JsonNode value) {
    boolean strings = value.isArray() && !value.isEmpty();
    return value.isString() || strings && value.valueStream().allMatch(JsonNode::isString);
  }
}
