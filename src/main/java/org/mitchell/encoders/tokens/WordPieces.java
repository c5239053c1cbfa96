package org.mitchell.encoders.tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * WordPiece: a word is the longest piece of the vocabulary that it begins with, then the longest
 * one with the prefix of continuations, and so on; it is unknown where that comes to no end.
 */
final class WordPieces {
  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final String prefix;
  private final String unknown;
  private final int longest;

  private WordPieces(JsonNode model) {
    model
        .path("vocab")
        .properties()
        .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
    prefix = model.path("continuing_subword_prefix").asString("##");
    unknown = model.path("unk_token").asString("[UNK]");
    longest = model.path("max_input_chars_per_word").asInt(100);
  }

  /** Nothing where the vocabulary has no piece for what is unknown, or there is none. */
  static Optional<WordPieces> of(JsonNode model) {
    var pieces = new WordPieces(model);
    return Optional.of(pieces).filter(p -> p.vocabulary.containsKey(p.unknown));
  }

  Optional<Integer> id(String piece) {
    return Optional.ofNullable(vocabulary.get(piece));
  }

  boolean isUnknown(Token token) {
    return token.isOfText() && token.piece().equals(unknown);
  }

  /** Adds the pieces of the word from {@code first} up to {@code last}. */
  void add(NormalText text, int first, int last, List<Token> tokens) {
    int before = tokens.size();
    for (int from = first, to; from < last && last - first <= longest; from = to) {
      to = end(text, from, last, from > first);
      if (to == from) {
        tokens.subList(before, tokens.size()).clear();
        break;
      }
      String piece = (from > first ? prefix : "") + text.part(from, to);
      tokens.add(new Token(piece, vocabulary.get(piece), text.from(from), text.to(to - 1)));
    }
    if (tokens.size() == before) {
      tokens.add(new Token(unknown, vocabulary.get(unknown), text.from(first), text.to(last - 1)));
    }
  }

  /** Where the longest piece from {@code from} ends; there, if there is none. */
  private int end(NormalText text, int from, int last, boolean continues) {
    for (int to = last; to > from; to--) {
      if (vocabulary.containsKey((continues ? prefix : "") + text.part(from, to))) {
        return to;
      }
    }
    return from;
  }
}
