package org.mitchell.corpus;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The built-in corpus: WordNet 3.1 (Princeton University), read from its data files on the class path.
 *
 * <p>Each entry becomes one line, to be counted with {@link DocumentRule#LINE}: its lemmas of a single word, then its
 * gloss with the examples. A lemma of several words ({@code cultivated_celery}) is a name of its own and no mention of
 * its parts, so it is left out. Format of the data files: WordNet's manual page wndb(5).
 */
public final class WordNet {
  private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";

  private WordNet() {}

  /** The 117,791 entries, in four parts. */
  public static List<TextSource> texts() {
    return Stream.of("data.noun", "data.verb", "data.adj", "data.adv").<TextSource>map(Part::new).toList();
  }

  /** Every noun of one word of letters only, lower-cased: the nouns that can be counted. In alphabetical order. */
  public static Set<String> nouns() throws IOException {
    var nouns = new LinkedHashSet<String>();
    try (var lines = lines("index.noun")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String lemma = line.substring(0, line.indexOf(' '));
        if (!lemma.isEmpty() && lemma.chars().allMatch(Character::isLetter)) {
          nouns.add(Tokens.lowerCase(lemma));
        }
      }
    }
    return nouns;
  }

  private record Part(String file) implements TextSource {
    @Override
    public String name() {
      return "WordNet 3.1, " + file;
    }

    @Override
    public InputStream open() throws IOException {
      var text = new ByteArrayOutputStream(1 << 20);
      try (var lines = lines(file)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int bar = line.indexOf('|');
          if (bar >= 0 && line.charAt(0) != ' ') {
            text.writeBytes(entry(line, bar).getBytes(StandardCharsets.UTF_8));
          }
        }
      }
      return new ByteArrayInputStream(text.toByteArray());
    }
  }

  /** Of "offset file type count(hex) lemma id lemma id ... | gloss": the lemmas and the gloss. */
  private static String entry(String line, int bar) {
    String[] cells = line.split(" ", 5);
    int lemmas = Integer.parseInt(cells[3], 16);
    String[] lemmasAndIds = cells[4].split(" ", 2 * lemmas + 1);
    var entry = new StringBuilder();
    for (int i = 0; i < lemmas; i++) {
      String lemma = lemmasAndIds[2 * i];
      if (lemma.indexOf('_') < 0) {
        entry.append(withoutMarker(lemma)).append(' ');
      }
    }
    return entry.append(line, bar + 1, line.length()).append('\n').toString();
  }

  /** Adjectives may bear a marker of where they stand: {@code galore(ip)}. */
  private static String withoutMarker(String lemma) {
    int bracket = lemma.indexOf('(');
    return bracket < 0 ? lemma : lemma.substring(0, bracket);
  }

  private static BufferedReader lines(String file) throws IOException {
    InputStream stream = WordNet.class.getResourceAsStream(FOLDER + file);
    if (stream == null) {
      throw new IOException("the built-in corpus is missing: there is no " + FOLDER + file + " on the class path");
    }
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
  }
}
