package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.derivatives.contents.LeagueFigures;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;

/**
 * A league table that is there before another is written: where it says something else than the new
 * one, it is kept under a number.
 *
 * @param what it is of, for a sentence
 * @param kept where it goes
 */
public record EarlierLeague(String what, Path kept) {
  private static final List<String> EXTENSIONS = List.of(".json", ".tsv", ".svg");

  /**
   * Looks for one, and joins its files under their new names to the outputs.
   *
   * @param stem the path of the league without an extension
   * @param league what the new one says
   */
  static Optional<EarlierLeague> keep(Path stem, LeagueFigures league, OutputSet outputs)
      throws IOException {
    List<String> there = EXTENSIONS.stream().filter(e -> Files.exists(with(stem, e))).toList();
    Optional<LeagueFigures> earlier = read(with(stem, ".json"));
    boolean same = earlier.filter(e -> saysTheSame(e, league)).isPresent();
    if (there.isEmpty() || same) {
      return Optional.empty();
    }
    Path free = free(stem);
    for (String extension : there) {
      byte[] content = Files.readAllBytes(with(stem, extension));
      outputs.write(with(free, extension), stream -> stream.write(content));
    }
    String what = earlier.map(LeagueFigures::sentence).orElse("which cannot be read");
    return Optional.of(new EarlierLeague(what, with(free, there.get(0))));
  }

  /** What made them aside. */
  private static boolean saysTheSame(LeagueFigures one, LeagueFigures other) {
    return Json.text(one.alone()).equals(Json.text(other.alone()));
  }

  private static Path free(Path stem) {
    String name = stem.getFileName().toString();
    for (int number = 2; ; number++) {
      Path numbered = stem.resolveSibling(name.replace("league_", "league" + number + "_"));
      if (EXTENSIONS.stream().noneMatch(e -> Files.exists(with(numbered, e)))) {
        return numbered;
      }
    }
  }

  private static Optional<LeagueFigures> read(Path file) throws IOException {
    try {
      return Files.exists(file) ? Optional.of(LeagueFigures.read(file)) : Optional.empty();
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private static Path with(Path stem, String extension) {
    return stem.resolveSibling(stem.getFileName() + extension);
  }
}
