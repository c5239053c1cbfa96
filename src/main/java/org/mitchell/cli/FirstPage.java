package org.mitchell.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.mitchell.cli.text.Console;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine.Help.Ansi;

/**
 * The first page of help and the version, which are asked for most: printed from a text, so that no
 * command is made for them. A test holds the text against the commands.
 */
final class FirstPage {
  private static final String RESOURCE = "first-page.txt";

  /** What stands for the program as it was called. */
  private static final String PROGRAM = "${COMMAND-NAME}";

  private static final String USAGE = "Usage:";

  /** The most that picocli lets a line of 80 columns have. */
  private static final int WIDTH = 79;

  /** With which the line of usage is one line. */
  private static final int LONGEST_NAME = 55;

  private FirstPage() {}

  /**
   * Whether these words ask for the page, or for the version, and for nothing else; not where the
   * program's name takes more than a line.
   */
  static boolean isAskedFor(String... words) {
    boolean asked =
        words.length == 0 || words.length == 1 && (isHelp(words[0]) || isVersion(words[0]));
    return asked && TypedCommand.program().length() <= LONGEST_NAME;
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h") || word.equals("help");
  }

  private static boolean isVersion(String word) {
    return word.equals("--version") || word.equals("-V");
  }

  /** Prints what they ask for and returns the exit status; to call no command is wrong usage. */
  static int print(String... words) {
    if (words.length == 1 && isVersion(words[0])) {
      Console.print(Mitchell.version());
      return 0;
    }
    boolean asked = words.length == 1;
    PrintStream stream = asked ? System.out : System.err;
    stream.print(text(TypedCommand.program(), Ansi.AUTO));
    stream.flush();
    return asked ? 0 : Mitchell.USAGE;
  }

  /** The page for a program of that name, with colours or without. */
  static String text(String program, Ansi colours) {
    var text = new StringBuilder();
    for (String line : page().split("\n")) {
      String named = line.replace(PROGRAM, program);
      text.append(line.startsWith(USAGE) ? named : folded(named)).append('\n');
    }
    return colours.string(text.toString());
  }

  /** Breaks a line at blanks where the name made it too long. */
  private static String folded(String line) {
    var folded = new StringBuilder();
    String rest = line;
    while (rest.length() > WIDTH && !rest.contains("@|")) {
      int at = rest.lastIndexOf(' ', WIDTH);
      folded.append(rest, 0, at).append('\n');
      rest = rest.substring(at + 1);
    }
    return folded.append(rest).toString();
  }

  private static String page() {
    try (InputStream resource = FirstPage.class.getResourceAsStream(RESOURCE)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
