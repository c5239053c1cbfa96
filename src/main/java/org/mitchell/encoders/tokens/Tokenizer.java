package org.mitchell.encoders.tokens;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mitchell.files.InputException;
import tools.jackson.databind.JsonNode;

/**
 * Cuts texts as a tokenizer.json of the family of BERT says: BERT's normal form, words and signs,
 * and WordPiece. Others are refused by name. Safe to use from several threads.
 */
public final class Tokenizer {
  private final BertNormaliser normaliser;
  private final WordPieces pieces;
  private final List<Token> before = new ArrayList<>();
  private final List<Token> behind = new ArrayList<>();

  /** Tokens that are found in a text as they are written, such as [MASK]. */
  private final Map<String, Integer> whole = new LinkedHashMap<>();

  private final Optional<Pattern> wholePattern;
  private final OptionalInt limit;

  private Tokenizer(JsonNode json, WordPieces pieces, String origin) {
    this.pieces = pieces;
    this.normaliser = BertNormaliser.of(json.path("normalizer"));
    addFrame(json.path("post_processor"), origin);
    json.path("added_tokens")
        .forEach(t -> whole.put(t.path("content").asString(""), t.path("id").asInt()));
    whole.remove("");
    wholePattern = patternOf(whole);
    int longest = json.path("truncation").path("max_length").asInt(0);
    limit = longest > 0 ? OptionalInt.of(longest) : OptionalInt.empty();
  }

  private static Optional<Pattern> patternOf(Map<String, Integer> words) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Pattern.compile(
                words.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))));
  }

  /**
   * @param json a tokenizer.json
   * @param origin what messages call it
   * @throws InputException if it is none, or of another family
   */
  public static Tokenizer of(JsonNode json, String origin) {
    require(json.path("model"), "model", "WordPiece", origin);
    require(json.path("normalizer"), "normalizer", "BertNormalizer", origin);
    require(json.path("pre_tokenizer"), "pre_tokenizer", "BertPreTokenizer", origin);
    WordPieces pieces =
        WordPieces.of(json.path("model"))
            .orElseThrow(
                () ->
                    new InputException(
                        origin
                            + ": got a vocabulary without the token for what is unknown where one"
                            + " with it is expected. Save the tokenizer again"));
    return new Tokenizer(json, pieces, origin);
  }

  private static void require(JsonNode part, String name, String expected, String origin) {
    String type = part.path("type").asString("");
    if (!type.equals(expected)) {
      throw new InputException(
          "%s: %s: got %s where %s is expected: encoders of the family of BERT are read (BERT, DistilBERT, MiniLM, BGE, E5 of English)"
              .formatted(origin, name, type.isEmpty() ? "nothing" : type, expected));
    }
  }

  /** What the encoder adds before and behind a text. */
  private void addFrame(JsonNode processor, String origin) {
    switch (processor.path("type").asString("")) {
      case "BertProcessing" -> {
        before.add(framing(processor.path("cls").path(0).asString(""), origin));
        behind.add(framing(processor.path("sep").path(0).asString(""), origin));
      }
      case "TemplateProcessing" -> {
        List<Token> side = before;
        for (JsonNode part : processor.path("single")) {
          if (part.has("Sequence")) {
            side = behind;
          } else {
            side.add(framing(part.path("SpecialToken").path("id").asString(""), origin));
          }
        }
      }
      case "" -> {}
      default ->
          throw new InputException(
              "%s: post_processor: got %s where TemplateProcessing or BertProcessing is expected"
                  .formatted(origin, processor.path("type").asString()));
    }
  }

  private Token framing(String piece, String origin) {
    int id =
        pieces
            .id(piece)
            .orElseThrow(
                () ->
                    new InputException(
                        "%s: post_processor: the token '%s' is not in the vocabulary. Save the tokenizer again"
                            .formatted(origin, piece)));
    return Token.added(piece, id);
  }

  /** The most tokens that the file itself lets an encoder read; nothing where it does not say. */
  public OptionalInt limit() {
    return limit;
  }

  /** How many tokens the encoder adds to every text. */
  public int added() {
    return before.size() + behind.size();
  }

  /**
   * The tokens of a text.
   *
   * @param most how many are kept, those among them that the encoder adds; more than {@link #added}
   */
  public Tokens tokens(String text, int most) {
    var ofText = new ArrayList<Token>();
    int from = 0;
    if (wholePattern.isPresent()) {
      var found = wholePattern.get().matcher(text);
      while (found.find()) {
        addWords(text, from, found.start(), ofText);
        String word = found.group();
        ofText.add(new Token(word, whole.get(word), found.start(), found.end()));
        from = found.end();
      }
    }
    addWords(text, from, text.length(), ofText);
    List<Token> fitting = ofText.subList(0, Math.min(ofText.size(), most - added()));
    var kept = new ArrayList<>(before);
    kept.addAll(fitting);
    kept.addAll(behind);
    int unknown = (int) fitting.stream().filter(pieces::isUnknown).count();
    return new Tokens(kept, ofText.size() + added(), unknown);
  }

  private void addWords(String text, int from, int to, List<Token> tokens) {
    NormalText normal = normaliser.normalise(text, from, to);
    int first = 0;
    for (int i = 0; i <= normal.length(); i++) {
      boolean blank = i == normal.length() || BertNormaliser.isBlank(normal.point(i));
      boolean sign = !blank && isSign(normal.point(i));
      if ((blank || sign) && first < i) {
        pieces.add(normal, first, i, tokens);
      }
      if (sign) {
        pieces.add(normal, i, i + 1, tokens);
      }
      first = blank || sign ? i + 1 : first;
    }
  }

  /** Punctuation, and whatever of ASCII is neither letter, digit nor blank. */
  private static boolean isSign(int c) {
    boolean ascii = c > ' ' && c < 127 && !(c >= '0' && c <= '9') && !Character.isAlphabetic(c);
    return ascii
        || switch (Character.getType(c)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }
}
