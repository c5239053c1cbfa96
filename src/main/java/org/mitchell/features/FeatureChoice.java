package org.mitchell.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mitchell.files.FullPath;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.tables.TableRules;

/**
 * Which features are wanted: a built-in space or a file, and which of its columns; or several of
 * these side by side. The one place where built-in features and files are told apart.
 *
 * @param nameOrFile as the user named them
 * @param columns such as {@code 1-218,220}, counted from 1 without the word; empty for all
 * @param spaces those that stand side by side; none where there is one
 */
public record FeatureChoice(String nameOrFile, String columns, List<NamedSpace> spaces) {
  private static final String BETWEEN = ",";
  private static final String LABELLED = "[^=/\\\\]+=.+";

  public FeatureChoice {
    spaces = List.copyOf(spaces);
  }

  /** One space. */
  public FeatureChoice(String nameOrFile, String columns) {
    this(nameOrFile, columns, List.of());
  }

  /**
   * All columns of one space; or several spaces, {@code verbs=verb25.csv,glove=glove.txt:1-50}. A
   * text that is the name of a file is that file.
   *
   * @throws InputException if two spaces have one label, or are the same
   */
  public static FeatureChoice of(String nameOrFile) {
    boolean list = nameOrFile.contains(BETWEEN) || nameOrFile.matches(LABELLED);
    if (!list || isThere(nameOrFile)) {
      return new FeatureChoice(nameOrFile, "");
    }
    List<NamedSpace> spaces = NamedSpace.list(nameOrFile);
    return spaces.size() == 1 ? spaces.get(0).choice() : sideBySide(spaces);
  }

  /**
   * What a file says of features: several spaces where every one has its label, otherwise a file,
   * which may be gone and have a comma in its name.
   */
  public static FeatureChoice written(String text) {
    boolean list =
        text.contains(BETWEEN)
            && Arrays.stream(text.split(BETWEEN, -1)).allMatch(part -> part.matches(LABELLED));
    return list ? of(text) : new FeatureChoice(text, "");
  }

  /**
   * Several spaces side by side.
   *
   * @throws InputException if two are the same
   */
  public static FeatureChoice sideBySide(List<NamedSpace> spaces) {
    for (NamedSpace space : spaces) {
      for (NamedSpace other : spaces.subList(0, spaces.indexOf(space))) {
        boolean same =
            other.choice().fromAnywhere().equals(space.choice().fromAnywhere())
                && other.columns().equals(space.columns());
        if (same) {
          throw new InputException(
              "the feature spaces '%s' and '%s' are the same, %s. A space twice says nothing more: name each once"
                  .formatted(other.label(), space.label(), space.source()));
        }
      }
    }
    return new FeatureChoice(text(spaces), "", spaces);
  }

  private static String text(List<NamedSpace> spaces) {
    return spaces.stream().map(NamedSpace::toString).collect(Collectors.joining(BETWEEN));
  }

  private static boolean isThere(String name) {
    try {
      return Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  public boolean isBuiltIn() {
    return FeatureSources.builtIn().contains(nameOrFile);
  }

  /** Whether several spaces stand side by side. */
  public boolean several() {
    return !spaces.isEmpty();
  }

  /** The files that they come from: none for the built-in ones. */
  public List<Path> files() {
    if (several()) {
      return spaces.stream().flatMap(space -> space.choice().files().stream()).toList();
    }
    return isBuiltIn() ? List.of() : List.of(Path.of(nameOrFile));
  }

  /** By what they are found again from any folder. */
  public String fromAnywhere() {
    if (several()) {
      return text(spacesFromAnywhere());
    }
    return isBuiltIn() ? nameOrFile : FullPath.of(Path.of(nameOrFile)).toString();
  }

  /** The spaces that stand side by side, by what they are found again from any folder. */
  public List<NamedSpace> spacesFromAnywhere() {
    return spaces.stream()
        .map(s -> new NamedSpace(s.label(), s.choice().fromAnywhere(), s.columns()))
        .toList();
  }

  /** In a few words: the file's name without its folder; of several spaces these with labels. */
  public String inShort() {
    if (several()) {
      return spaces.stream()
          .map(space -> space.label() + "=" + space.choice().inShort())
          .collect(Collectors.joining(", "));
    }
    Path name = isBuiltIn() ? null : Path.of(nameOrFile).getFileName();
    return name == null ? nameOrFile : name.toString();
  }

  /** What outputs call it: a file's name without folders and extension; labels of several. */
  public String label() {
    return several()
        ? spaces.stream().map(NamedSpace::label).collect(Collectors.joining(" + "))
        : NamedSpace.of(nameOrFile).label();
  }

  /**
   * The spaces as they stand in vectors.
   *
   * @param widths how many features each has
   */
  public SideBySide parts(List<Integer> widths) {
    return new SideBySide(
        IntStream.range(0, spaces.size())
            .mapToObj(s -> new SideBySide.Part(spaces.get(s).label(), widths.get(s)))
            .toList(),
        Map.of());
  }

  /** Whether all files are there. */
  public boolean isReadable() {
    return files().stream().allMatch(Files::isReadable);
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
    return open("", workers, rules);
  }

  /**
   * As {@link #open(Workers, TableRules)}.
   *
   * @param label that errors of columns begin with, where there are several spaces
   */
  public FeatureSource open(String label, Workers workers, TableRules rules) throws IOException {
    if (several()) {
      var parts = new ArrayList<FeatureSource>();
      for (NamedSpace space : spaces) {
        parts.add(space.choice().open(space.label(), workers, rules));
      }
      return new JointFeatures(label(), spaces.stream().map(NamedSpace::label).toList(), parts);
    }
    FeatureSource all = FeatureSources.named(nameOrFile, workers, rules);
    return columns.isEmpty() ? all : new Selected(all, columns, label);
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
  private record Selected(FeatureSource all, String columns, String label)
      implements FeatureSource {
    private FeatureSpace selected(FeatureSpace space) {
      try {
        return space.columns(columns);
      } catch (InputException e) {
        throw label.isEmpty() ? e : new InputException(label + ": " + e.getMessage(), e);
      }
    }

    @Override
    public String name() {
      return all.name();
    }

    @Override
    public FeatureSpace vectors(List<String> words) throws IOException {
      return selected(all.vectors(words));
    }

    @Override
    public Collection<String> knownWords() throws IOException {
      return all.knownWords();
    }

    @Override
    public FeatureSpace first(int most) throws IOException {
      return selected(all.first(most));
    }

    @Override
    public InputException unknown(String word) throws IOException {
      return all.unknown(word);
    }
  }
}
