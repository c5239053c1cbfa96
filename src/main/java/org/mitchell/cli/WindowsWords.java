package org.mitchell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a command as they were typed on Windows. There Java gets them in the one code page
 * of the system, which takes accents from letters and makes question marks of those that it lacks.
 * {@code mitchell.cmd} has them in a variable of the environment too, which keeps all letters.
 */
final class WindowsWords {
  /** The variable, which counts where the property says so, and not in processes below this. */
  private static final String VARIABLE = "MITCHELL_WORDS";

  private static final String PROPERTY = "mitchell.words";

  private WindowsWords() {}

  /** The words of this process: those that Java got, where nothing else is known. */
  static String[] typed(String[] got) {
    return Optional.ofNullable(System.getenv(VARIABLE))
        .filter(line -> Boolean.getBoolean(PROPERTY))
        .map(line -> mended(got, line))
        .orElse(got);
  }

  /**
   * Words that have letters beyond ASCII are taken from the line. Patterns, in whose place Java
   * puts names of files, stay as they came, and so do all where it counts other words.
   */
  static String[] mended(String[] got, String line) {
    List<String> typed = split(line);
    if (typed.size() != got.length) {
      return got;
    }
    String[] words = got.clone();
    for (int i = 0; i < words.length; i++) {
      boolean pattern = typed.get(i).contains("*") || typed.get(i).contains("?");
      if (!pattern && typed.get(i).chars().anyMatch(letter -> letter > 127)) {
        words[i] = typed.get(i);
      }
    }
    return words;
  }

  /**
   * By the rules of Microsoft's C library ("Parsing C command-line arguments"), which are Java's
   * too: blanks end a word outside quotes, backslashes count in pairs before a quote alone, and two
   * quotes inside quotes are one.
   */
  static List<String> split(String line) {
    var words = new ArrayList<String>();
    int at = 0;
    while (true) {
      while (at < line.length() && isBlank(line.charAt(at))) {
        at++;
      }
      if (at == line.length()) {
        return words;
      }
      var word = new StringBuilder();
      boolean quoted = false;
      while (at < line.length() && (quoted || !isBlank(line.charAt(at)))) {
        int backslashes = 0;
        while (at < line.length() && line.charAt(at) == '\\') {
          backslashes++;
          at++;
        }
        boolean beforeQuote = at < line.length() && line.charAt(at) == '"';
        word.append("\\".repeat(beforeQuote ? backslashes / 2 : backslashes));
        if (!beforeQuote) {
          if (backslashes == 0) {
            word.append(line.charAt(at++));
          }
        } else if (backslashes % 2 == 1) {
          word.append('"');
          at++;
        } else if (quoted && line.startsWith("\"\"", at)) {
          word.append('"');
          at += 2;
        } else {
          quoted = !quoted;
          at++;
        }
      }
      words.add(word.toString());
    }
  }

  private static boolean isBlank(char letter) {
    return letter == ' ' || letter == '\t';
  }
}
