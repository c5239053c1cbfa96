package org.mitchell.maps.grayordinates;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/** Names of files that come in two, one a hemisphere. */
public final class HemispherePair {
  private record Sides(String left, String right) {}

  private static final List<Sides> SIDES =
      List.of(
          new Sides("hemi-L", "hemi-R"),
          new Sides("lh", "rh"),
          new Sides("left", "right"),
          new Sides("Left", "Right"),
          new Sides("L", "R"));

  private HemispherePair() {}

  /** Where the other hemisphere's file is, as far as the name of one tells. */
  public static Optional<Path> named(Path file) {
    String name = file.getFileName().toString();
    for (Sides sides : SIDES) {
      Optional<String> other =
          replaced(name, sides.left, sides.right).or(() -> replaced(name, sides.right, sides.left));
      if (other.isPresent()) {
        return other.map(file::resolveSibling);
      }
    }
    return Optional.empty();
  }

  /**
   * The other hemisphere's file.
   *
   * @throws InputException if it is not beside the one
   */
  static Path other(Path file) {
    Optional<Path> other = named(file);
    if (other.filter(Files::exists).isEmpty()) {
      throw InputException.in(
          file,
          "it is of one hemisphere, and the other's is not beside it%s"
              .formatted(
                  other
                      .map(path -> " (" + path.getFileName() + ")")
                      .orElse(": name them alike but for hemi-L and hemi-R")));
    }
    return other.get();
  }

  private static Optional<String> replaced(String name, String from, String to) {
    Matcher match =
        Pattern.compile("(?<=^|[_.-])" + Pattern.quote(from) + "(?=[_.-])").matcher(name);
    return match.find()
        ? Optional.of(name.substring(0, match.start()) + to + name.substring(match.end()))
        : Optional.empty();
  }
}
