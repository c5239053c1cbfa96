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
import tools.jackson.databind.exc.JsonNodeException;

/**
 * Cuts texts as a tokenizer.json says: WordPiece of the family of BERT, byte-level BPE of those of
 * GPT-2 and RoBERTa, Unigram of that of XLM-R. Others are refused by name. Safe to use from several
 * threads.
 */
public final class Tokenizer {
  private static final Pattern BLANKS =
      Pattern.compile("^\\s+|\\s+$", Pattern.UNICODE_CHARACTER_CLASS);

  private final TextCutter cutter;
  private final List<Token> before = new ArrayList<>();
  private final List<Token> behind = new ArrayList<>();

  /** Tokens that are found in a text as they are written, such as [MASK]. */
  private final Map<String, Integer> whole = new LinkedHashMap<>();

  private final Optional<Pattern> wholePattern;
  private final OptionalInt limit;

  private Tokenizer(JsonNode json, TextCutter cutter, String origin) {
    this.cutter = cutter;
    json.path("added_tokens")
        .forEach(t -> whole.put(t.path("content").asString(""), t.path("id").asInt()));
    whole.remove("");
    wholePattern = patternOf(json.path("added_tokens"));
    addFrame(json.path("post_processor"), origin);
    int longest = json.path("truncation").path("max_length").asInt(0);
    limit = longest > 0 ? OptionalInt.of(longest) : OptionalInt.empty();
  }

  /** Longer ones first; some take the white space beside them along. */
  private static Optional<Pattern> patternOf(JsonNode added) {
    String words =
        added
            .valueStream()
            .filter(token -> !token.path("content").asString("").isEmpty())
            .sorted(
                Comparator.comparingInt((JsonNode t) -> t.path("content").asString().length())
                    .reversed())
            .map(
                token ->
                    (token.path("lstrip").asBoolean(false) ? "\\s*" : "")
                        + Pattern.quote(token.path("content").asString())
                        + (token.path("rstrip").asBoolean(false) ? "\\s*" : ""))
            .collect(Collectors.joining("|"));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS));
  }

  /**
   * @param json a tokenizer.json
   * @param origin what messages call it
   * @throws InputException if it is none, or of another family
   */
  public static Tokenizer of(JsonNode json, String origin) {
    try {
      return ofFamily(json, origin);
    } catch (JsonNodeException e) {
      throw new InputException(
          origin + ": a text or a number is expected where there is none. Save the tokenizer again",
          e);
    }
  }

  private static Tokenizer ofFamily(JsonNode json, String origin) {
    String model = json.path("model").path("type").asString("");
    TextCutter cutter =
        switch (model) {
          case "WordPiece" -> bertWords(json, origin);
          case "BPE" -> BytePieces.of(json, origin);
          case "Unigram" -> UnigramPieces.of(json, origin);
          default -> throw other(origin, "model", model, "WordPiece, byte-level BPE or Unigram");
        };
    return new Tokenizer(json, cutter, origin);
  }

  private static BertWords bertWords(JsonNode json, String origin) {
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
    return new BertWords(BertNormaliser.of(json.path("normalizer")), pieces);
  }

  private static void require(JsonNode part, String name, String expected, String origin) {
    String type = part.path("type").asString("");
    if (!type.equals(expected)) {
      throw other(origin, name, type, expected);
    }
  }

  /** The error of a tokenizer whose family is not read. */
  static InputException other(String origin, String part, String got, String expected) {
    return new InputException(
        "%s: %s: got %s where %s is expected: tokenizers of the families of BERT, of GPT-2 and RoBERTa, and of XLM-R are read"
            .formatted(origin, part, got.isEmpty() ? "nothing" : got, expected));
  }

  /** What the encoder adds before and behind a text. */
  private void addFrame(JsonNode processor, String origin) {
    switch (processor.path("type").asString("")) {
      case "BertProcessing", "RobertaProcessing" -> {
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
      case "Sequence" -> processor.path("processors").forEach(member -> addFrame(member, origin));
      case "", "ByteLevel" -> {}
      default ->
          throw new InputException(
              "%s: post_processor: got %s where TemplateProcessing or BertProcessing is expected"
                  .formatted(origin, processor.path("type").asString()));
    }
  }

  private Token framing(String piece, String origin) {
    int id =
        cutter
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
        cutter.add(text, from, found.start(), ofText);
        String word = whole.containsKey(found.group()) ? found.group() : stripped(found.group());
        ofText.add(new Token(word, whole.get(word), found.start(), found.end()));
        from = found.end();
      }
    }
    cutter.add(text, from, text.length(), ofText);
    List<Token> fitting = ofText.subList(0, Math.min(ofText.size(), most - added()));
    var kept = new ArrayList<>(before);
    kept.addAll(fitting);
    kept.addAll(behind);
    int unknown = (int) fitting.stream().filter(cutter::isUnknown).count();
    return new Tokens(kept, ofText.size() + added(), unknown);
  }

  private static String stripped(String found) {
    return BLANKS.matcher(found).replaceAll("");
  }
}
