package org.mitchell.gifti;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Half of a brain. */
public enum Hemisphere {
  LEFT("CortexLeft"),
  RIGHT("CortexRight");

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

  /** For sentences: left, right. */
  String inWords() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name in GIFTI's metadata. */
  String structure() {
    return structure;
  }
}
