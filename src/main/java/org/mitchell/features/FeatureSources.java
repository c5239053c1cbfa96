package org.mitchell.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.tables.TableRules;
import org.mitchell.vectors.files.VectorFile;
import org.mitchell.vectors.files.VectorFormat;

/** Finds features by what the user calls them. */
public final class FeatureSources {
  private static final List<String> BUILT_IN = List.of(Verbs25.NAME, WordFormFeatures.NAME);

  private FeatureSources() {}

  /** The names of the built-in features. */
  public static List<String> builtIn() {
    return BUILT_IN;
  }

  /**
   * Built-in features by name, or a table or a file of word vectors by its path.
   *
   * @param nameOrFile {@code verbs25}, {@code form}, or a CSV or TSV file, or one of word2vec,
   *     GloVe, fastText
   * @param workers the threads that count, where counting is needed; must stay open while the
   *     source is used
   * @throws InputException if there is neither such a name nor such a file, or the file is no table
   *     of features
   */
  public static FeatureSource named(String nameOrFile, Workers workers) throws IOException {
    return named(nameOrFile, workers, TableRules.DEFAULT);
  }

  /** As above, a table being read by these rules. */
  public static FeatureSource named(String nameOrFile, Workers workers, TableRules rules)
      throws IOException {
    if (nameOrFile.equals(Verbs25.NAME)) {
      return verbs25(Weighting.RAW, workers);
    }
    if (nameOrFile.equals(WordFormFeatures.NAME)) {
      return new WordFormFeatures(workers);
    }
    Path file = path(nameOrFile);
    if (!Files.exists(file)) {
      throw unknown(nameOrFile);
    }
    VectorFile vectors = VectorFile.of(file);
    if (vectors.format() != VectorFormat.TABLE) {
      return new VectorFeatures(vectors, rules);
    }
    VectorFeatures.requireSubwords(vectors, rules);
    return FeatureTable.read(file, rules);
  }

  /**
   * The built-in features {@code verbs25}, counts that are weighted.
   *
   * @param workers the threads that count; must stay open while the source is used
   */
  public static FeatureSource verbs25(Weighting weighting, Workers workers) {
    return new Verbs25(weighting, workers);
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw unknown(name);
    }
  }

  private static InputException unknown(String name) {
    return new InputException(
        "features '"
            + name
            + "': there is no such file, and only "
            + String.join(" and ", BUILT_IN)
            + " are built in. Give a CSV or TSV file whose first column is the word");
  }
}
