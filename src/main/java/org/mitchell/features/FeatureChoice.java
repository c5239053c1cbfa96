package org.mitchell.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.mitchell.files.FullPath;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.tables.TableRules;

/**
 * Which features are wanted: a built-in space or a file, and which of its columns. The one place
 * where built-in features and files are told apart.
 *
 * @param nameOrFile as the user named them
 * @param columns such as {@code 1-218,220}, counted from 1 without the word; empty for all
 */
public record FeatureChoice(String nameOrFile, String columns) {
  /** All columns. */
  public static FeatureChoice of(String nameOrFile) {
    return new FeatureChoice(nameOrFile, "");
  }

  public boolean isBuiltIn() {
    return FeatureSources.builtIn().contains(nameOrFile);
  }

  /** The files that they come from: none for the built-in ones. */
  public List<Path> files() {
    return isBuiltIn() ? List.of() : List.of(Path.of(nameOrFile));
  }

  /** By what they are found again from any folder. */
  public String fromAnywhere() {
    return isBuiltIn() ? nameOrFile : FullPath.of(Path.of(nameOrFile)).toString();
  }

  /**
   * The source, which gives the wanted columns alone.
   *
   * @param workers the threads that count, where counting is needed; must stay open while the
   *     source is used
   * @throws InputException if there is neither such a name nor such a file, or the file is no table
   *     of features
   */
  public FeatureSource open(Workers workers, TableRules rules) throws IOException {
    FeatureSource all = FeatureSources.named(nameOrFile, workers, rules);
    return columns.isEmpty() ? all : new Selected(all, columns);
  }

  /**
   * The words to show where nobody names any: all that a file has; of the built-in features, which
   * know every word of a corpus, the paper's nouns.
   *
   * @param source this, opened
   */
  public List<String> words(FeatureSource source) throws IOException {
    return isBuiltIn() ? Paper.nouns() : List.copyOf(source.knownWords());
  }

  /** Some columns of another source. */
  private record Selected(FeatureSource all, String columns) implements FeatureSource {
    @Override
    public String name() {
      return all.name();
    }

    @Override
    public FeatureSpace vectors(List<String> words) throws IOException {
      return all.vectors(words).columns(columns);
    }

    @Override
    public Collection<String> knownWords() throws IOException {
      return all.knownWords();
    }

    @Override
    public FeatureSpace first(int most) throws IOException {
      return all.first(most).columns(columns);
    }

    @Override
    public InputException unknown(String word) throws IOException {
      return all.unknown(word);
    }
  }
}
