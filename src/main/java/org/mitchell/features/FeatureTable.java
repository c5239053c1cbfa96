package org.mitchell.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.mitchell.files.InputException;

/** A table of vectors in memory. */
public final class FeatureTable implements FeatureSource {
  private final FeatureSpace space;

  private FeatureTable(FeatureSpace space) {
    this.space = space;
  }

  /** The vectors of a space. */
  public static FeatureTable of(FeatureSpace space) {
    return new FeatureTable(space);
  }

  /**
   * Reads a table, plain or gzip: the first column the word, the first line the names of the
   * features; cells may be quoted. Commas or tabs separate, whichever the first line has more of.
   * Words are kept as they stand.
   *
   * @throws InputException with file and line if a cell is no finite number, a line has too few or
   *     too many cells, a word or a feature comes twice, or there is no header or no row
   */
  public static FeatureTable read(Path file) throws IOException {
    return new FeatureTable(TableReader.read(file));
  }

  /** All of the table. */
  public FeatureSpace space() {
    return space;
  }

  @Override
  public String name() {
    return space.name();
  }

  @Override
  public FeatureSpace vectors(List<String> words) {
    return space.forWords(words.stream().distinct().toList());
  }

  @Override
  public Collection<String> knownWords() {
    return space.words();
  }
}
