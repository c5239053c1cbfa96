package org.mitchell.encoders.tokens;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Words with a sign for the space before them.
 *
 * @param atBlanks whether a text is cut at white space first, which then is gone
 * @param sign for a space
 * @param before where a sign is put before what has none: {@code always}, {@code first} (where the
 *     text begins) or {@code never}
 * @param split whether each sign begins a word
 */
record SpaceSigns(boolean atBlanks, int sign, String before, boolean split) {
  /**
   * @throws org.mitchell.files.InputException if a step is none of these
   */
  static SpaceSigns of(JsonNode json, String origin) {
    JsonNode signs = json;
    boolean atBlanks = false;
    if (json.path("type").asString("").equals("Sequence")) {
      JsonNode steps = json.path("pretokenizers");
      signs = steps.path(steps.size() - 1);
      atBlanks =
          steps.size() == 2 && steps.path(0).path("type").asString("").equals("WhitespaceSplit");
      if (!atBlanks && steps.size() != 1) {
        throw Tokenizer.other(
            origin, "pre_tokenizer", "other steps", "WhitespaceSplit, then Metaspace,");
      }
    }
    String type = signs.path("type").asString("");
    if (!type.equals("Metaspace")) {
      throw Tokenizer.other(origin, "pre_tokenizer", type, "Metaspace");
    }
    boolean prefix = signs.path("add_prefix_space").asBoolean(true);
    return new SpaceSigns(
        atBlanks,
        signs.path("replacement").asString("\u2581").codePointAt(0),
        signs.path("prepend_scheme").asString(prefix ? "always" : "never"),
        signs.path("split").asBoolean(true));
  }

  /**
   * The words of a text.
   *
   * @param begins whether the whole text begins here
   */
  List<NormalText> words(NormalText text, boolean begins) {
    var words = new ArrayList<NormalText>();
    int first = 0;
    for (int i = 0; atBlanks && i < text.length(); i++) {
      if (BertNormaliser.isBlank(text.point(i))) {
        add(text, first, i, begins && first == 0, words);
        first = i + 1;
      }
    }
    add(text, first, text.length(), begins && first == 0, words);
    return words;
  }

  private void add(NormalText text, int first, int last, boolean begins, List<NormalText> words) {
    if (first == last) {
      return;
    }
    var word = new NormalText();
    boolean puts = before.equals("always") || before.equals("first") && begins;
    if (puts && text.point(first) != ' ' && text.point(first) != sign) {
      word.add(sign, text.from(first), text.from(first));
    }
    for (int i = first; i < last; i++) {
      int point = text.point(i) == ' ' ? sign : text.point(i);
      if (split && point == sign && word.length() > 0) {
        words.add(word);
        word = new NormalText();
      }
      word.add(point, text.from(i), text.to(i));
    }
    words.add(word);
  }
}
