package org.mitchell.provenance;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command for the user to type next, in a form that a shell takes as it stands. */
public final class TypedCommand {
  private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}@%+=:,./_-]+");
  private static final Pattern OWN_JAR = Pattern.compile("mitchell.*\\.jar");

  private final String command;

  private TypedCommand(String command) {
    this.command = command;
  }

  /** The program as it was called, and these words: for what is printed. */
  public static TypedCommand mitchell(Object... words) {
    return new TypedCommand(program()).with(words);
  }

  /** {@code mitchell} and these words: for files, which other people read elsewhere. */
  public static TypedCommand forFiles(List<String> words) {
    return new TypedCommand("mitchell").with(words.toArray());
  }

  /**
   * How this program was called, so that it can be called so again: the launcher tells; else the
   * jar of {@code java -jar}, else {@code mitchell}.
   */
  public static String program() {
    String told = System.getProperty("mitchell.command", "");
    if (!told.isEmpty()) {
      return quoted(told);
    }
    String jar = System.getProperty("java.class.path", "");
    boolean ofJar =
        System.getProperty("sun.java.command", "").startsWith(jar)
            && OWN_JAR.matcher(jar.substring(jar.lastIndexOf('/') + 1)).matches();
    return ofJar ? "java -jar " + quoted(jar) : "mitchell";
  }

  /** With more words: paths, labels, options. */
  public TypedCommand with(Object... more) {
    return new TypedCommand(
        Stream.concat(Stream.of(command), Stream.of(more).map(word -> quoted(word.toString())))
            .collect(Collectors.joining(" ")));
  }

  /** With an option and its value, unless the value is the one that the command takes by itself. */
  public TypedCommand option(String name, Object value, Object usual) {
    boolean same =
        value instanceof Path path && usual instanceof Path other
            ? path.normalize().equals(other)
            : value.equals(usual);
    return same ? this : with(name, value);
  }

  @Override
  public String toString() {
    return command;
  }

  private static String quoted(String word) {
    return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
