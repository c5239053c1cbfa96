package org.mitchell.encoders.tokens;

import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The normal form of a text for {@link UnigramPieces}.
 *
 * @param charsmap replaces characters
 * @param joinsSpaces whether several spaces become one
 */
record UnigramNormaliser(Optional<Charsmap> charsmap, boolean joinsSpaces) {
  private static final String SPACES = " {2,}";

  /**
   * @throws org.mitchell.files.InputException if another step is asked for
   */
  static UnigramNormaliser of(JsonNode json, String origin) {
    var steps = new ArrayList<JsonNode>();
    if (json.path("type").asString("").equals("Sequence")) {
      json.path("normalizers").forEach(steps::add);
    } else if (json.isObject()) {
      steps.add(json);
    }
    Optional<Charsmap> charsmap = Optional.empty();
    boolean joins = false;
    for (JsonNode step : steps) {
      String type = step.path("type").asString("");
      if (type.equals("Precompiled") && !joins && charsmap.isEmpty()) {
        String table = step.path("precompiled_charsmap").asString("");
        charsmap = table.isEmpty() ? charsmap : Optional.of(Charsmap.of(table, origin));
      } else if (type.equals("Replace")
          && step.path("pattern").path("Regex").asString("").equals(SPACES)
          && step.path("content").asString("").equals(" ")) {
        joins = true;
      } else {
        throw Tokenizer.other(origin, "normalizer", type, "Precompiled, then spaces joined,");
      }
    }
    return new UnigramNormaliser(charsmap, joins);
  }

  NormalText normalise(NormalText text) {
    NormalText mapped = charsmap.map(map -> map.normalise(text)).orElse(text);
    return joinsSpaces ? joined(mapped) : mapped;
  }

  private static NormalText joined(NormalText text) {
    var joined = new NormalText();
    for (int i = 0; i < text.length(); i++) {
      if (i == 0 || text.point(i) != ' ' || text.point(i - 1) != ' ') {
        joined.add(text.point(i), text.from(i), text.to(i));
      }
    }
    return joined;
  }
}
