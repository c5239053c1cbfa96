package org.mitchell.encoders.tokens;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.files.InputException;
import tools.jackson.databind.JsonNode;

/**
 * The unigram language model (Kudo 2018), of XLM-R and multilingual E5: of all cuts of a word into
 * pieces the one of the highest sum of log probabilities. Words are those between white space, with
 * a sign for the space before them.
 */
final class UnigramPieces implements TextCutter {
  /** How much worse than the rarest piece something unknown is, as in SentencePiece. */
  private static final double UNKNOWN_PENALTY = 10;

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final double[] scores;
  private final int unknown;
  private final int longest;
  private final double unknownScore;
  private final UnigramNormaliser normaliser;
  private final SpaceSigns spaces;

  private UnigramPieces(JsonNode json, String origin) {
    JsonNode model = json.path("model");
    List<JsonNode> pieces = model.path("vocab").valueStream().toList();
    scores = new double[pieces.size()];
    for (int id = 0; id < scores.length; id++) {
      vocabulary.put(pieces.get(id).path(0).asString(""), id);
      scores[id] = pieces.get(id).path(1).asDouble(0);
    }
    vocabulary.remove("");
    unknown = model.path("unk_id").asInt(-1);
    if (unknown < 0 || unknown >= scores.length) {
      throw new InputException(
          origin
              + ": got a vocabulary without the token for what is unknown where one with it is"
              + " expected. Save the tokenizer again");
    }
    unknownScore = Arrays.stream(scores).min().orElseThrow() - UNKNOWN_PENALTY;
    longest =
        vocabulary.keySet().stream().mapToInt(p -> p.codePointCount(0, p.length())).max().orElse(0);
    normaliser = UnigramNormaliser.of(json.path("normalizer"), origin);
    spaces = SpaceSigns.of(json.path("pre_tokenizer"), origin);
  }

  /**
   * @throws InputException if its parts are not those of XLM-R
   */
  static UnigramPieces of(JsonNode json, String origin) {
    if (json.path("model").path("byte_fallback").asBoolean(false)) {
      throw Tokenizer.other(origin, "byte_fallback", "true", "false");
    }
    return new UnigramPieces(json, origin);
  }

  @Override
  public Optional<Integer> id(String piece) {
    return Optional.ofNullable(vocabulary.get(piece));
  }

  @Override
  public boolean isUnknown(Token token) {
    return token.isOfText() && token.id() == unknown;
  }

  @Override
  public void add(String text, int from, int to, List<Token> tokens) {
    NormalText normal = normaliser.normalise(NormalText.of(text, from, to));
    for (NormalText word : spaces.words(normal, from == 0)) {
      addWord(word, tokens);
    }
  }

  private void addWord(NormalText word, List<Token> tokens) {
    int length = word.length();
    var best = new double[length + 1];
    var starts = new int[length + 1];
    var ids = new int[length + 1];
    Arrays.fill(starts, -1);
    for (int at = 0; at < length; at++) {
      boolean single = false;
      for (int end = at + 1; end <= Math.min(length, at + longest); end++) {
        Integer id = vocabulary.get(word.part(at, end));
        if (id != null) {
          offer(best, starts, ids, at, end, id, scores[id]);
          single |= end == at + 1;
        }
      }
      if (!single) {
        offer(best, starts, ids, at, at + 1, unknown, unknownScore);
      }
    }
    addBest(word, starts, ids, tokens);
  }

  private static void offer(
      double[] best, int[] starts, int[] ids, int at, int end, int id, double score) {
    double sum = best[at] + score;
    if (starts[end] < 0 || sum > best[end]) {
      best[end] = sum;
      starts[end] = at;
      ids[end] = id;
    }
  }

  /** Unknown parts beside each other are one. */
  private void addBest(NormalText word, int[] starts, int[] ids, List<Token> tokens) {
    var found = new ArrayList<Token>();
    OptionalInt unknownEnd = OptionalInt.empty();
    for (int end = word.length(); end > 0; end = starts[end]) {
      int start = starts[end];
      if (ids[end] == unknown) {
        unknownEnd = unknownEnd.isPresent() ? unknownEnd : OptionalInt.of(end);
        if (start > 0 && ids[start] == unknown) {
          continue;
        }
        found.add(token(word, start, unknownEnd.getAsInt(), unknown));
        unknownEnd = OptionalInt.empty();
      } else {
        found.add(token(word, start, end, ids[end]));
      }
    }
    Collections.reverse(found);
    tokens.addAll(found);
  }

  private static Token token(NormalText word, int start, int end, int id) {
    return new Token(word.part(start, end), id, word.from(start), word.to(end - 1));
  }
}
