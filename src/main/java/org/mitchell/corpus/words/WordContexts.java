package org.mitchell.corpus.words;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.scan.Sentence;
import org.mitchell.corpus.scan.SentenceText;
import org.mitchell.files.InputException;

/**
 * Picks sentences that words stand in, at most so many a word: those of the lowest hash (SHA-256 of
 * the text), which is a sample of all different ones, and the same one in whatever order texts are
 * read. Belongs to one thread.
 */
public final class WordContexts implements Consumer<Sentence> {
  private final int most;
  private final Predicate<Context> fits;
  private final Map<String, Picked> picked = new LinkedHashMap<>();

  /** By the first token of a word. */
  private final Map<String, List<Picked>> byFirstToken = new HashMap<>();

  /**
   * A sentence that a word stands in.
   *
   * @param from where it begins for the first time, in chars
   * @param to where that ends
   */
  public record Context(String sentence, int from, int to) {}

  /**
   * Of one word.
   *
   * @param sentences how many it stands in
   * @param contexts those that were picked, by their hash
   */
  public record OfWord(String word, long sentences, List<Context> contexts) {}

  /**
   * @param words letters of any case, several tokens or one
   * @param most sentences of a word
   * @param fits whether a sentence can be taken
   * @throws InputException if a word has no letter
   */
  public WordContexts(List<String> words, int most, Predicate<Context> fits) {
    this.most = most;
    this.fits = fits;
    for (String word : words) {
      List<String> tokens = tokens(word);
      var ofWord = new Picked(tokens);
      picked.put(word, ofWord);
      byFirstToken.computeIfAbsent(tokens.get(0), key -> new ArrayList<>()).add(ofWord);
    }
  }

  /** As the texts are cut. */
  private static List<String> tokens(String word) {
    var tokens = new ArrayList<String>();
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    var cut =
        new SentenceText(
            DocumentRule.FILE, Integer.MAX_VALUE >> 7, part -> tokens.addAll(part.words()));
    cut.text(bytes, 0, bytes.length);
    cut.endDocument();
    if (tokens.isEmpty()) {
      throw new InputException(
          "'%s': got a word without letters where one that texts have is expected".formatted(word));
    }
    return tokens;
  }

  @Override
  public void accept(Sentence sentence) {
    OptionalLong hash = OptionalLong.empty();
    for (int first = 0; first < sentence.words().size(); first++) {
      for (Picked word : byFirstToken.getOrDefault(sentence.words().get(first), List.of())) {
        if (word.standsAt(sentence, first)) {
          hash = hash.isPresent() ? hash : OptionalLong.of(hash(sentence.text()));
          word.add(sentence, first, hash.getAsLong());
        }
      }
    }
  }

  /** What was picked, in the order of the words. */
  public List<OfWord> all() {
    var all = new ArrayList<OfWord>();
    picked.forEach(
        (word, p) -> all.add(new OfWord(word, p.sentences, List.copyOf(p.byKey.values()))));
    return Collections.unmodifiableList(all);
  }

  private static long hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of one word, so far. */
  private final class Picked {
    private final List<String> tokens;
    private final TreeMap<Long, Context> byKey = new TreeMap<>();
    private Sentence last;
    private long sentences;

    Picked(List<String> tokens) {
      this.tokens = tokens;
    }

    /** Whether the word stands there, and did not before in the sentence. */
    boolean standsAt(Sentence sentence, int first) {
      int end = first + tokens.size();
      return last != sentence
          && end <= sentence.words().size()
          && sentence.words().subList(first, end).equals(tokens);
    }

    void add(Sentence sentence, int first, long hash) {
      last = sentence;
      sentences++;
      boolean low = byKey.size() < most || hash < byKey.lastKey();
      if (!low || byKey.containsKey(hash)) {
        return;
      }
      var context =
          new Context(
              sentence.text(),
              sentence.starts().get(first),
              sentence.ends().get(first + tokens.size() - 1));
      if (fits.test(context)) {
        byKey.put(hash, context);
        if (byKey.size() > most) {
          byKey.pollLastEntry();
        }
      }
    }
  }
}
