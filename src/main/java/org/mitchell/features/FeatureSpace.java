package org.mitchell.features;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/**
 * Words x features: one vector a word, all of the same length. Immutable.
 *
 * <p>{@link #forWords} finds words by the rule of {@link WordIndex}; a row then bears the name that
 * was asked for, and {@link #spellings} tells how it was spelled.
 */
public final class FeatureSpace {
  private final String name;
  private final List<String> words;
  private final List<String> features;
  private final double[] values;
  private final Map<String, String> provenance;
  private final Map<String, String> spellings;
  private final SideBySide parts;
  private final WordIndex rows;

  /** What is wrong with cells that hold no number, by their place among the values. */
  private final Map<Integer, String> faults;

  /**
   * @param name what outputs call the space
   * @param words row names, unique
   * @param features column names, unique
   * @param values words x features, row-major; copied
   * @param provenance where the values come from (file, sha256, columns, ...), in the order to be
   *     shown
   * @throws IllegalArgumentException if the sizes do not fit or a name comes twice
   */
  public FeatureSpace(
      String name,
      List<String> words,
      List<String> features,
      double[] values,
      Map<String, String> provenance) {
    this(name, words, features, values.clone(), provenance, Map.of(), SideBySide.ONE, Map.of());
  }

  private FeatureSpace(
      String name,
      List<String> words,
      List<String> features,
      double[] values,
      Map<String, String> provenance,
      Map<String, String> spellings,
      SideBySide parts,
      Map<Integer, String> faults) {
    if (values.length != (long) words.size() * features.size()) {
      throw new IllegalArgumentException(
          values.length
              + " values where "
              + words.size()
              + " words x "
              + features.size()
              + " features are expected");
    }
    this.name = name;
    this.words = List.copyOf(words);
    this.features = List.copyOf(features);
    this.values = values;
    this.faults = Map.copyOf(faults);
    this.provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    this.spellings = Collections.unmodifiableMap(new LinkedHashMap<>(spellings));
    this.parts = parts;
    this.rows = WordIndex.of(name, words);
    var seen = new HashSet<String>();
    for (String word : words) {
      if (!seen.add(word)) {
        throw new IllegalArgumentException("the word '" + word + "' comes twice");
      }
    }
    if (new HashSet<>(features).size() != features.size()) {
      throw new IllegalArgumentException("a feature name comes twice among " + features);
    }
  }

  /**
   * A space with cells that hold no number. Nobody is told of them but who takes their values.
   *
   * @param faults what is wrong with a cell, by its place in {@code values}
   */
  static FeatureSpace withFaults(
      String name,
      List<String> words,
      List<String> features,
      double[] values,
      Map<String, String> provenance,
      Map<Integer, String> faults) {
    return new FeatureSpace(
        name, words, features, values.clone(), provenance, Map.of(), SideBySide.ONE, faults);
  }

  /**
   * A space whose rows are called as they were asked for.
   *
   * @param spellings rows that are spelled otherwise where they come from: here, and there
   */
  static FeatureSpace withSpellings(
      String name,
      List<String> words,
      List<String> features,
      double[] values,
      Map<String, String> provenance,
      Map<String, String> spellings) {
    return new FeatureSpace(
        name, words, features, values.clone(), provenance, spellings, SideBySide.ONE, Map.of());
  }

  /**
   * Several spaces side by side.
   *
   * @param values words x features of all spaces; not copied
   * @param spellings as in {@link #withSpellings}
   */
  static FeatureSpace sideBySide(
      String name,
      List<String> words,
      List<String> features,
      double[] values,
      Map<String, String> spellings,
      SideBySide parts) {
    return new FeatureSpace(
        name, words, features, values, Map.of("name", name), spellings, parts, Map.of());
  }

  /**
   * @throws InputException for the first cell that holds no number
   */
  void requireNumbers() {
    faults.keySet().stream().min(Integer::compare).ifPresent(this::requireNumber);
  }

  private void requireNumber(int place) {
    String fault = faults.isEmpty() ? null : faults.get(place);
    if (fault != null) {
      throw new InputException(fault);
    }
  }

  public String name() {
    return name;
  }

  /** Row names. */
  public List<String> words() {
    return words;
  }

  /** Column names. */
  public List<String> features() {
    return features;
  }

  /** The spaces that it was made of, side by side; {@link SideBySide#ONE} where it is one. */
  public SideBySide parts() {
    return parts;
  }

  /** Where the values come from: what is known of file, sha256, columns, corpus. */
  public Map<String, String> provenance() {
    return provenance;
  }

  /** Rows that are called otherwise than in the space they come from: here, and there. */
  public Map<String, String> spellings() {
    return spellings;
  }

  /**
   * The value of row {@code word} and column {@code feature}, both from 0.
   *
   * @throws InputException if its cell in the table is no number
   */
  public double value(int word, int feature) {
    requireNumber(word * features.size() + feature);
    return values[word * features.size() + feature];
  }

  /**
   * A copy of row {@code word}, from 0.
   *
   * @throws InputException if one of its cells in the table is no number
   */
  public double[] row(int word) {
    int columns = features.size();
    for (int f = 0; !faults.isEmpty() && f < columns; f++) {
      requireNumber(word * columns + f);
    }
    return rawRow(word);
  }

  private double[] rawRow(int word) {
    int columns = features.size();
    return Arrays.copyOfRange(values, word * columns, (word + 1) * columns);
  }

  /** A copy of the vector of the very word, or nothing where the space has no such row. */
  public Optional<double[]> vector(String word) {
    return rows.exact(word).map(match -> row(match.position()));
  }

  /** Why a word has no row: {@code not in the features}, or in which of several it is not. */
  public String absence(String word) {
    return parts.absence(word);
  }

  /**
   * The words whose vector is all zero: they have no direction, so they cannot be scaled or told
   * apart. Of several spaces side by side those whose vector is in one of them.
   */
  public List<String> zeroWords() {
    return List.copyOf(withoutDirection().keySet());
  }

  /** The {@link #zeroWords()}, each with why: {@code all its features are zero}. */
  public Map<String, String> withoutDirection() {
    var zero = new LinkedHashMap<String, String>();
    for (int w = 0; w < words.size(); w++) {
      Optional<String> why = parts.withoutDirection(row(w));
      if (why.isPresent()) {
        zero.put(words.get(w), why.get());
      }
    }
    return zero;
  }

  /**
   * The rows of these words in this order, each called as it is asked for; words that the space
   * does not have are left out.
   *
   * @param wanted each once
   * @throws InputException if several rows are as close to a word, or two words to one row; see
   *     {@link WordIndex#findEach}
   */
  public FeatureSpace forWords(List<String> wanted) {
    List<WordMatch> found = List.copyOf(rows.findEach(wanted).values());
    var taken = new int[found.size() * features.size()];
    for (int i = 0; i < taken.length; i++) {
      int row = found.get(i / features.size()).position();
      taken[i] = row * features.size() + i % features.size();
    }
    var spelled = new LinkedHashMap<String, String>();
    for (WordMatch match : found) {
      String there = spellings.getOrDefault(match.word(), match.word());
      if (!there.equals(match.asked())) {
        spelled.put(match.asked(), there);
      }
    }
    List<String> names = found.stream().map(WordMatch::asked).toList();
    return new FeatureSpace(
        name, names, features, at(taken), provenance, spelled, parts, faultsAt(taken));
  }

  /**
   * Some of the features.
   *
   * @param spec numbers and ranges from 1, the word column not counted, in the order wanted: {@code
   *     1-218,220}
   * @throws InputException if the specification cannot be read or names a column that is not there
   */
  public FeatureSpace columns(String spec) {
    int[] columns = ColumnRanges.parse(spec, features.size());
    List<String> names = Arrays.stream(columns).mapToObj(features::get).toList();
    return taken(columns, names, with("columns", spec));
  }

  /**
   * Some of the features, under other names.
   *
   * @param columns from 0, in the order wanted
   * @param names what they are to be called, unique
   */
  FeatureSpace renamed(int[] columns, List<String> names) {
    return taken(columns, names, provenance);
  }

  private FeatureSpace taken(int[] columns, List<String> names, Map<String, String> origin) {
    var taken = new int[words.size() * columns.length];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = i / columns.length * features.size() + columns[i % columns.length];
    }
    return new FeatureSpace(
        name,
        words,
        names,
        at(taken),
        origin,
        spellings,
        parts.ofColumns(columns),
        faultsAt(taken));
  }

  private double[] at(int[] places) {
    return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
  }

  private Map<Integer, String> faultsAt(int[] places) {
    if (faults.isEmpty()) {
      return faults;
    }
    var taken = new HashMap<Integer, String>();
    for (int i = 0; i < places.length; i++) {
      if (faults.containsKey(places[i])) {
        taken.put(i, faults.get(places[i]));
      }
    }
    return taken;
  }

  /** Every row scaled to Euclidean length 1; an all-zero row stays zero. */
  public FeatureSpace unitLength() {
    requireNumbers();
    double[] scaled = values.clone();
    int columns = features.size();
    for (int w = 0; w < words.size(); w++) {
      double norm = norm(w);
      for (int i = w * columns; norm > 0 && i < (w + 1) * columns; i++) {
        scaled[i] /= norm;
      }
    }
    return new FeatureSpace(
        name, words, features, scaled, with("scale", "unit"), spellings, parts, Map.of());
  }

  /**
   * Every feature to mean 0 and (population) standard deviation 1 over the words; a feature that is
   * the same everywhere becomes 0.
   */
  public FeatureSpace zScored() {
    var scaled = new double[values.length];
    int columns = features.size();
    for (int f = 0; f < columns; f++) {
      double mean = 0;
      boolean constant = true;
      for (int w = 0; w < words.size(); w++) {
        mean += value(w, f) / words.size();
        constant &= value(w, f) == value(0, f);
      }
      double squares = 0;
      for (int w = 0; w < words.size(); w++) {
        squares += (value(w, f) - mean) * (value(w, f) - mean);
      }
      double deviation = Math.sqrt(squares / words.size());
      for (int w = 0; w < words.size(); w++) {
        scaled[w * columns + f] = constant ? 0 : (value(w, f) - mean) / deviation;
      }
    }
    return new FeatureSpace(
        name, words, features, scaled, with("scale", "zscore"), spellings, parts, Map.of());
  }

  private double norm(int word) {
    double largest = 0;
    for (double value : row(word)) {
      largest = Math.max(largest, Math.abs(value));
    }
    double sum = 0;
    for (double value : row(word)) {
      double part =
          largest == 0 ? 0 : value / largest; // so that squares neither overflow nor vanish
      sum += part * part;
    }
    return largest * Math.sqrt(sum);
  }

  private Map<String, String> with(String key, String value) {
    var more = new LinkedHashMap<>(provenance);
    more.put(key, value);
    return more;
  }
}
