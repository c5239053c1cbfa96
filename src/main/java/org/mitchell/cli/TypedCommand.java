package org.mitchell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command for the user to type next, in a form that a shell takes as it stands. */
final class TypedCommand {
  private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}@%+=:,./_-]+");

  private final List<String> words = new ArrayList<>(List.of("mitchell"));

  private TypedCommand() {}

  /** {@code mitchell} and these words. */
  static TypedCommand mitchell(Object... words) {
    return new TypedCommand().with(words);
  }

  /** Adds words: paths, labels, options. */
  TypedCommand with(Object... more) {
    for (Object word : more) {
      words.add(quoted(word.toString()));
    }
    return this;
  }

  /** Adds an option and its value, unless the value is the one that the command takes by itself. */
  TypedCommand option(String name, Object value, Object usual) {
    return value.equals(usual) ? this : with(name, value);
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }

  private static String quoted(String word) {
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
