package org.mitchell.corpus.wordnet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.mitchell.corpus.Tokens;
import org.mitchell.corpus.formats.TextSource;

/**
 * The built-in corpus: WordNet 3.1 (Princeton University), read from its data files on the class
 * path.
 *
 * <p>Each entry becomes one line, to be counted with {@link DocumentRule#LINE}: its lemmas of a
 * single word, then its gloss with the examples. A lemma of several words ({@code
 * cultivated_celery}) is a name of its own and no mention of its parts, so it is left out. Format
 * of the data files: WordNet's manual page wndb(5).
 */
public final class WordNet {
  private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";

  private WordNet() {}

  /** The 117,791 entries, in four parts. */
  public static List<TextSource> texts() {
    return Stream.of("data.noun", "data.verb", "data.adj", "data.adv")
        .<TextSource>map(Part::new)
        .toList();
  }

  /**
   * Every noun of one word of letters only, lower-cased: the nouns that can be counted. In
   * alphabetical order.
   */
  public static Set<String> nouns() throws IOException {
    return words("index.noun");
  }

  /** Every verb of one word of letters only, lower-cased, in alphabetical order. */
  public static Set<String> verbs() throws IOException {
    return words("index.verb");
  }

  /** Every word of letters only that has an entry of its own, lower-cased. */
  public static Set<String> entries() throws IOException {
    var entries = new LinkedHashSet<>(nouns());
    entries.addAll(verbs());
    entries.addAll(words("index.adj"));
    entries.addAll(words("index.adv"));
    return entries;
  }

  private static Set<String> words(String file) throws IOException {
    var words = new LinkedHashSet<String>(1 << 17);
    byte[] index = read(file);
    for (int at = 0; at < index.length; at = indexOf('\n', index, at, index.length) + 1) {
      int end = at;
      while (Tokens.ascii()[index[end] & 0xff] > 0) {
        end++;
      }
      if (end > at && index[end] == ' ') {
        words.add(
            new String(
                index, at, end - at, StandardCharsets.US_ASCII)); // the index is in lower case
      }
    }
    return words;
  }

  private record Part(String file) implements TextSource {
    @Override
    public String name() {
      return "WordNet 3.1, " + file;
    }

    @Override
    public OptionalLong size() {
      return OptionalLong.empty();
    }

    @Override
    public InputStream open(long offset) throws IOException {
      byte[] data = read(file);
      var text = new ByteArrayOutputStream(data.length / 2);
      int end;
      for (int at = 0; at < data.length; at = end + 1) {
        end = indexOf('\n', data, at, data.length);
        if (data[at] != ' ') {
          addEntry(data, at, end, text);
        }
      }
      return new ByteArrayInputStream(text.toByteArray());
    }
  }

  /**
   * Of the line "offset file type count lemma id lemma id ... | gloss": the lemmas and the gloss.
   */
  private static void addEntry(byte[] data, int from, int to, ByteArrayOutputStream text) {
    int cell = from;
    for (int skipped = 0; skipped < 3; skipped++) {
      cell = indexOf(' ', data, cell, to) + 1;
    }
    int lemmas = 16 * Character.digit(data[cell], 16) + Character.digit(data[cell + 1], 16);
    cell += 3;
    for (int i = 0; i < lemmas; i++) {
      int end = indexOf(' ', data, cell, to);
      if (indexOf('_', data, cell, end) == end) {
        int marker =
            indexOf(
                '(', data, cell, end); // adjectives may bear one of where they stand: galore(ip)
        text.write(data, cell, marker - cell);
        text.write(' ');
      }
      cell = indexOf(' ', data, end + 1, to) + 1;
    }
    int gloss = indexOf('|', data, cell, to) + 1;
    text.write(data, gloss, to - gloss);
    text.write('\n');
  }

  /** The first place in {@code from} .. {@code to - 1} that holds {@code wanted}, or {@code to}. */
  private static int indexOf(char wanted, byte[] data, int from, int to) {
    int at = from;
    while (at < to && data[at] != wanted) {
      at++;
    }
    return at;
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream stream = WordNet.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IOException(
            "the built-in corpus is missing: there is no " + FOLDER + file + " on the class path");
      }
      return stream.readAllBytes();
    }
  }
}
