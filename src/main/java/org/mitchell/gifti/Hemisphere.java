package org.mitchell.gifti;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Half of a brain. */
public enum Hemisphere {
  LEFT("CortexLeft"),
  RIGHT("CortexRight");

  private static final Pattern LEFT_NAME =
      Pattern.compile("(^|.*[_.-])(hemi-L|L|lh|left)([_.-].*|$)", Pattern.CASE_INSENSITIVE);

  private static final Pattern RIGHT_NAME =
      Pattern.compile("(^|.*[_.-])(hemi-R|R|rh|right)([_.-].*|$)", Pattern.CASE_INSENSITIVE);

  /** What GIFTI's metadata call the hemisphere under. */
  static final String STRUCTURE = "AnatomicalStructurePrimary";

  private final String structure;

  Hemisphere(String structure) {
    this.structure = structure;
  }

  /** The hemisphere that GIFTI's metadata name. */
  static Optional<Hemisphere> of(String structure) {
    return Arrays.stream(values()).filter(half -> half.structure.equals(structure)).findFirst();
  }

  /** What a file's name says, where it says one of them: hemi-L, lh, .L. */
  public static Optional<Hemisphere> named(Path file) {
    String name = file.getFileName().toString();
    boolean left = LEFT_NAME.matcher(name).matches();
    return left == RIGHT_NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(left ? LEFT : RIGHT);
  }

  /** For sentences: left, right. */
  public String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in GIFTI's metadata. */
  String structure() {
    return structure;
  }
}
