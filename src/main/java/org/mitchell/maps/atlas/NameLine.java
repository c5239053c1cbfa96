package org.mitchell.maps.atlas;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/**
 * A line of a table whose cells are separated by blanks.
 *
 * @param number from 1, in the file
 * @param text as it stands there
 * @param words its words; one in quotes may hold blanks
 */
record NameLine(Path file, long number, String text, List<Word> words) {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"(?!\\S)|'([^']*)'(?!\\S)|\\S+");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d+)?");
  private static final int MOST_OF_COLOUR = 255;

  /** A word, without its quotes. */
  record Word(String text, boolean quoted) {
    boolean isNumber() {
      return !quoted && NUMBER.matcher(text).matches();
    }

    /** Whether it may be a part of a colour: from 0 to 255, or to 1. */
    boolean isColour() {
      return isNumber() && !text.startsWith("-") && Double.parseDouble(text) <= MOST_OF_COLOUR;
    }
  }

  NameLine {
    words = List.copyOf(words);
  }

  /** Cuts a line into words; what follows a lone # is a comment. */
  static NameLine of(Path file, long number, String text) {
    var words = new ArrayList<Word>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find() && !matcher.group().equals("#")) {
      String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      words.add(quoted == null ? new Word(matcher.group(), false) : new Word(quoted.strip(), true));
    }
    return new NameLine(file, number, text.strip(), words);
  }

  /** How many words stand behind the label's number. */
  int rest() {
    return words.size() - 1;
  }

  boolean hasQuotes() {
    return words.stream().anyMatch(Word::quoted);
  }

  /** Whether all words are numbers, so that one of them must be the name. */
  boolean isNumeric() {
    return words.stream().allMatch(Word::isNumber);
  }

  /** How many numbers stand between the label's number and the name. */
  int before() {
    int count = 0;
    while (!isNumeric() && count < rest() && words.get(1 + count).isNumber()) {
      count++;
    }
    return count;
  }

  /** How many numbers stand behind the name, of which one word is left. */
  int behind() {
    int count = 0;
    while (count < rest() - 1 && words.get(words.size() - 1 - count).isNumber()) {
      count++;
    }
    return count;
  }

  /** A word counted from the end, 0 for the last. */
  Word fromEnd(int place) {
    return words.get(words.size() - 1 - place);
  }

  /** The words of the name, without some at either end. */
  String name(int before, int behind) {
    return String.join(
        " ", words.subList(1 + before, words.size() - behind).stream().map(Word::text).toList());
  }

  /** Whether the name has one word when so many numbers behind it are left out. */
  boolean hasOneWord(int behind) {
    return rest() - behind == 1;
  }

  /** That the line is not what the others are. */
  InputException unexpected(String expected) {
    return InputException.in(
        file,
        "line %d: got '%s' where %s. Put a name that begins or ends with a number in quotes"
            .formatted(number, text, expected));
  }
}
