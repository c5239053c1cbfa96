package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.random.RandomGenerator;
import org.mitchell.cli.options.FeatureOptions;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.paper.Paper;
import org.mitchell.random.RandomStreams;
import org.mitchell.random.RandomStreams.Purpose;
import org.mitchell.text.Counted;

/**
 * Words for simulated experiments: the paper's nouns that have features, and where these are too
 * few, others that the source knows, drawn at random.
 *
 * @param space the words and their features, none all zero
 * @param ofThePaper how many of them, the first ones, are the paper's nouns
 */
record PowerWords(FeatureSpace space, int ofThePaper) {
  /** Words are asked for by so many at a time: most nouns of a dictionary have no features. */
  private static final int AT_A_TIME = 1000;

  /**
   * @param wanted how many words the largest experiment needs
   * @param streams the order in which other words are tried comes from the stream (RANDOM_WORDS, 0,
   *     0)
   * @throws InputException if the source has features of fewer words, or of not all the paper's
   *     nouns where they are required
   */
  static PowerWords of(
      FeatureSource source, FeatureOptions features, int wanted, RandomStreams streams)
      throws IOException {
    FeatureSpace first = source.vectors(Paper.nouns());
    var rows = new LinkedHashMap<String, double[]>();
    addUsable(first, Integer.MAX_VALUE, rows);
    int ofThePaper = rows.size();
    if (features.requireAll() && ofThePaper < Paper.nouns().size()) {
      throw new InputException(
          "%s has no features of %d of the paper's nouns: %s. Without --require-all they are left out"
              .formatted(
                  source.name(),
                  Paper.nouns().size() - ofThePaper,
                  String.join(
                      ", ",
                      Paper.nouns().stream().filter(word -> !rows.containsKey(word)).toList())));
    }
    if (wanted > ofThePaper) {
      List<String> others = others(source, streams);
      for (int from = 0; from < others.size() && rows.size() < wanted; from += AT_A_TIME) {
        var next = others.subList(from, Math.min(others.size(), from + AT_A_TIME));
        addUsable(source.vectors(next), wanted, rows);
      }
    }
    if (wanted > rows.size()) {
      throw new InputException(
          "%s gives features of %s where %,d are asked for. Ask for fewer --words, or give --features of more words"
              .formatted(source.name(), Counted.of(rows.size(), "word"), wanted));
    }
    return new PowerWords(space(first, rows), ofThePaper);
  }

  /** The words that are not the paper's nouns. */
  List<String> others() {
    return space.words().subList(ofThePaper, space.words().size());
  }

  private static void addUsable(FeatureSpace space, int most, Map<String, double[]> rows) {
    var zero = new HashSet<>(space.zeroWords());
    for (int w = 0; w < space.words().size() && rows.size() < most; w++) {
      if (!zero.contains(space.words().get(w))) {
        rows.put(space.words().get(w), space.row(w));
      }
    }
  }

  private static List<String> others(FeatureSource source, RandomStreams streams)
      throws IOException {
    var nouns = new HashSet<>(Paper.nouns());
    var words = new ArrayList<String>();
    source.knownWords().stream().filter(word -> !nouns.contains(word)).sorted().forEach(words::add);
    RandomGenerator random = streams.stream(Purpose.RANDOM_WORDS, 0, 0);
    for (int i = words.size() - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      words.set(other, words.set(i, words.get(other)));
    }
    return words;
  }

  private static FeatureSpace space(FeatureSpace like, Map<String, double[]> rows) {
    int columns = like.features().size();
    var values = new double[rows.size() * columns];
    int next = 0;
    for (double[] row : rows.values()) {
      System.arraycopy(row, 0, values, next, columns);
      next += columns;
    }
    return new FeatureSpace(
        like.name(), List.copyOf(rows.keySet()), like.features(), values, like.provenance());
  }
}
