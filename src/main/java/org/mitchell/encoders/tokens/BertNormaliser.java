package org.mitchell.encoders.tokens;

import java.text.Normalizer;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * BERT's normal form of a text: control characters away, blanks to spaces, spaces around Chinese
 * characters, accents away, small letters; each where the tokenizer asks for it.
 */
record BertNormaliser(boolean clean, boolean chinese, boolean accentsAway, boolean lowerCase) {
  static BertNormaliser of(JsonNode json) {
    boolean lowerCase = json.path("lowercase").asBoolean(true);
    JsonNode accents = json.path("strip_accents");
    return new BertNormaliser(
        json.path("clean_text").asBoolean(true),
        json.path("handle_chinese_chars").asBoolean(true),
        accents.isBoolean() ? accents.asBoolean() : lowerCase,
        lowerCase);
  }

  /** The normal form of the text from {@code from} up to {@code to}. */
  NormalText normalise(String text, int from, int to) {
    var normal = new NormalText();
    for (int i = from, next; i < to; i = next) {
      int c = text.codePointAt(i);
      next = i + Character.charCount(c);
      add(c, i, next, normal);
    }
    return normal;
  }

  private void add(int c, int from, int to, NormalText normal) {
    if (clean && isControl(c)) {
      return;
    }
    if (clean && isBlank(c)) {
      normal.add(' ', from, to);
      return;
    }
    boolean apart = chinese && isChinese(c);
    if (apart) {
      normal.add(' ', from, from);
    }
    String letters = Character.toString(c);
    if (accentsAway) {
      letters = Normalizer.normalize(letters, Normalizer.Form.NFD);
    }
    letters
        .codePoints()
        .filter(letter -> !accentsAway || Character.getType(letter) != Character.NON_SPACING_MARK)
        .forEach(
            letter -> {
              String form = Character.toString(letter);
              (lowerCase ? form.toLowerCase(Locale.ROOT) : form)
                  .codePoints()
                  .forEach(l -> normal.add(l, from, to));
            });
    if (apart) {
      normal.add(' ', to, to);
    }
  }

  private static boolean isControl(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return false;
    }
    return c == 0
        || c == 0xfffd
        || switch (Character.getType(c)) {
          case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE ->
              true;
          default -> false;
        };
  }

  /** Unicode's white space. */
  static boolean isBlank(int c) {
    return c >= '\t' && c <= '\r' || c == 0x85 || Character.isSpaceChar(c);
  }

  /** The blocks of ideographs that BERT parts; kana and Hangul stay words. */
  private static boolean isChinese(int c) {
    return c >= 0x3400 && c <= 0x4dbf
        || c >= 0x4e00 && c <= 0x9fff
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0x20000 && c <= 0x2a6df
        || c >= 0x2a700 && c <= 0x2b81f
        || c >= 0x2b920 && c <= 0x2ceaf
        || c >= 0x2f800 && c <= 0x2fa1f;
  }
}
