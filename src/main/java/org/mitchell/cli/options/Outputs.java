package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mitchell.figures.Drawing;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;

/**
 * The files that a command is going to write. They are looked at before anything is read: hours of
 * counting must not end at a folder without permission, nor at a text that is replaced. To its end
 * the command has them for itself.
 */
public final class Outputs {
  private final List<Path> files;
  private final Optional<Path> state;

  private final RunPlaces places;

  private Outputs(List<Path> files, Optional<Path> state, RunPlaces places) throws IOException {
    this.files = List.copyOf(files);
    this.state = state;
    this.places = places;
    for (Path file : files) {
      places.takeFile(file);
      OutputSet.requireWritable(file);
    }
  }

  /**
   * A file, as {@code --out} names it.
   *
   * @throws UsageException if that is no name of a file
   * @throws IOException if it cannot be written there, or another run is going to
   */
  public static Outputs of(Path out, CommonOptions common) throws IOException {
    requireName(out);
    return new Outputs(List.of(out), Optional.empty(), common.places());
  }

  /**
   * As {@link #of}, for a picture.
   *
   * @param option that names it
   */
  public static Outputs ofPicture(String option, Path picture, CommonOptions common)
      throws IOException {
    if (!Drawing.isPicture(picture)) {
      throw new UsageException(
          "%s: got '%s' where a name in .png, .svg or .pdf is expected".formatted(option, picture));
    }
    return of(picture, common);
  }

  /** As {@link #of}, for a table with a JSON beside it. */
  public static Outputs ofTable(Path out, CommonOptions common) throws IOException {
    requireName(out);
    List<Path> files = OutputSet.isStream(out) ? List.of(out) : List.of(out, Json.beside(out));
    return new Outputs(files, Optional.empty(), common.places());
  }

  /** These, and a file in which a run keeps its state until it is done. */
  public Outputs withState(Path file) throws IOException {
    var all = new ArrayList<>(files);
    all.add(file);
    return new Outputs(all, Optional.of(file), places);
  }

  /** Whether a file is the state that an earlier run left. */
  public boolean isState(Path file) throws IOException {
    return state.isPresent() && areSame(state.get(), file);
  }

  /**
   * @throws UsageException if one of these files would be replaced
   */
  public void requireNot(List<Path> inputs) throws IOException {
    for (Path input : inputs) {
      for (Path file : files) {
        if (areSame(file, input)) {
          throw new UsageException(
              "--out: %s would be replaced, and is to be read. Choose another name or folder"
                  .formatted(input));
        }
      }
    }
  }

  /** As {@link #requireNot}, for tables, each with the JSON beside it. */
  public void requireNotTables(List<Path> tables) throws IOException {
    requireNot(tables);
    requireNot(tables.stream().filter(Files::isRegularFile).map(Json::beside).toList());
  }

  private static boolean areSame(Path one, Path other) throws IOException {
    return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
  }

  private static void requireName(Path out) {
    if (out.getFileName() == null || out.toString().isEmpty()) {
      throw new UsageException("--out: got '" + out + "' where the name of a file is expected");
    }
  }
}
