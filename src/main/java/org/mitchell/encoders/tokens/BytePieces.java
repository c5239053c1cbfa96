package org.mitchell.encoders.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;
import tools.jackson.databind.JsonNode;

/**
 * Byte-level byte-pair encoding (Radford et al. 2019), of GPT-2 and RoBERTa: the bytes of words
 * with the space before them, each byte under the name of a letter, joined pair by pair.
 */
final class BytePieces implements TextCutter {
  private static final int BYTES = 256;

  /** GPT-2's words: what follows an apostrophe, letters, digits, signs, white space. */
  private static final Pattern WORDS =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final Map<Integer, String> pieces = new HashMap<>();
  private final PairMerges merges = new PairMerges();
  private final int[] idOfByte = new int[BYTES];
  private final boolean prefixSpace;

  private BytePieces(JsonNode json, String origin) {
    JsonNode model = json.path("model");
    model
        .path("vocab")
        .properties()
        .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
    vocabulary.forEach((piece, id) -> pieces.put(id, piece));
    prefixSpace = json.path("pre_tokenizer").path("add_prefix_space").asBoolean(false);
    String[] letters = letters();
    for (int b = 0; b < BYTES; b++) {
      Integer id = vocabulary.get(letters[b]);
      if (id == null) {
        throw damaged(origin, "'%s', the byte %d".formatted(letters[b], b));
      }
      idOfByte[b] = id;
    }
    for (JsonNode merge : model.path("merges")) {
      String[] pair =
          merge.isArray()
              ? new String[] {merge.path(0).asString(""), merge.path(1).asString("")}
              : merge.asString("").split(" ", 2);
      addMerge(pair, origin);
    }
  }

  private void addMerge(String[] pair, String origin) {
    Integer left = vocabulary.get(pair[0]);
    Integer right = pair.length == 2 ? vocabulary.get(pair[1]) : null;
    Integer joined = pair.length == 2 ? vocabulary.get(pair[0] + pair[1]) : null;
    if (left == null || right == null || joined == null) {
      throw damaged(origin, "a piece of the pair '%s'".formatted(String.join(" ", pair)));
    }
    merges.add(left, right, joined);
  }

  private static InputException damaged(String origin, String missing) {
    return new InputException(
        "%s: model: %s is not in the vocabulary. Save the tokenizer again"
            .formatted(origin, missing));
  }

  /**
   * @throws InputException if it is no byte-level one, or not of GPT-2's kind
   */
  static BytePieces of(JsonNode json, String origin) {
    JsonNode before = json.path("pre_tokenizer");
    String type = before.path("type").asString("");
    if (!type.equals("ByteLevel") || !before.path("use_regex").asBoolean(true)) {
      throw Tokenizer.other(origin, "pre_tokenizer", type, "ByteLevel with GPT-2's words");
    }
    if (!json.path("normalizer").isNull() && !json.path("normalizer").isMissingNode()) {
      String normalizer = json.path("normalizer").path("type").asString("");
      throw Tokenizer.other(origin, "normalizer", normalizer, "none");
    }
    JsonNode model = json.path("model");
    for (String option : List.of("continuing_subword_prefix", "end_of_word_suffix")) {
      if (!model.path(option).asString("").isEmpty()) {
        throw Tokenizer.other(origin, option, model.path(option).asString(), "none");
      }
    }
    if (model.path("ignore_merges").asBoolean(false)) {
      throw Tokenizer.other(origin, "ignore_merges", "true", "false");
    }
    return new BytePieces(json, origin);
  }

  /** Of each byte a letter that can be seen: itself, or one from U+0100 on. */
  private static String[] letters() {
    var letters = new String[BYTES];
    int others = 0;
    for (int b = 0; b < BYTES; b++) {
      boolean seen = b >= '!' && b <= '~' || b >= 0xa1 && b <= 0xac || b >= 0xae;
      letters[b] = Character.toString(seen ? b : BYTES + others++);
    }
    return letters;
  }

  @Override
  public Optional<Integer> id(String piece) {
    return Optional.ofNullable(vocabulary.get(piece));
  }

  /** Every byte has a piece. */
  @Override
  public boolean isUnknown(Token token) {
    return false;
  }

  @Override
  public void add(String text, int from, int to, List<Token> tokens) {
    if (from == to) {
      return;
    }
    boolean prefixed = prefixSpace && text.charAt(from) != ' ';
    String part = (prefixed ? " " : "") + text.substring(from, to);
    int shift = from - (prefixed ? 1 : 0);
    var words = WORDS.matcher(part);
    while (words.find()) {
      addWord(words.group(), words.start() + shift, from, tokens);
    }
  }

  /**
   * Adds the tokens of a word.
   *
   * @param start where it begins in the text
   * @param first where the text begins: a space that was put before it has no place of its own
   */
  private void addWord(String word, int start, int first, List<Token> tokens) {
    byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
    int[] ids = new int[utf8.length];
    var places = new int[utf8.length + 1];
    int at = 0;
    for (int i = 0, next; i < word.length(); i = next) {
      next = i + Character.charCount(word.codePointAt(i));
      int bytes = word.substring(i, next).getBytes(StandardCharsets.UTF_8).length;
      Arrays.fill(places, at, at + bytes, i);
      at += bytes;
    }
    places[at] = word.length();
    for (int b = 0; b < ids.length; b++) {
      ids[b] = idOfByte[utf8[b] & 0xff];
    }
    merges.join(ids);
    for (int b = 0, next; b < ids.length; b = next) {
      next = b + 1;
      while (next < ids.length && ids[next] < 0) {
        next++;
      }
      int from = Math.max(first, start + places[b]);
      int last = start + places[next - 1];
      int to = Math.max(from, last + Character.charCount(word.codePointAt(places[next - 1])));
      tokens.add(new Token(pieces.get(ids[b]), ids[b], from, to));
    }
  }
}
