package org.mitchell.matlab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a variable, a cell or a field of a MATLAB file holds, whichever version of the format
 * carries it. Elements are numbered from 0 in MATLAB's own order, the first dimension fastest.
 */
public sealed interface MatValue {
  /** What MATLAB calls it, such as {@code double}, {@code char}, {@code cell} or {@code sparse}. */
  String type();

  /** Its type with an article: {@code a double}, {@code an int8}. */
  default String kind() {
    return ("aeiou".indexOf(type().charAt(0)) < 0 ? "a " : "an ") + type();
  }

  /** What it is, with an article: {@code a double array of 2 dimensions}. */
  String description();

  /**
   * Real numbers of any type, logical ones included.
   *
   * @param dims at least two
   * @param values takes the numbers out of the file; they are not kept, so hold them no longer than
   *     they are needed
   */
  record Numeric(String type, int[] dims, Supplier<Numbers> values) implements MatValue {
    @Override
    public String description() {
      return kind() + inDimensions(dims);
    }

    /** How many numbers there are. */
    public int size() {
      return product(dims);
    }
  }

  /**
   * Text, a line a row of MATLAB's array of letters, without the blanks and zeros that fill it up.
   *
   * @param dims as MATLAB counts them, the letters of a line included
   */
  record Text(int[] dims, List<String> lines) implements MatValue {
    /**
     * The lines of an array of letters.
     *
     * @param letters as many as {@code dims} say; the last dimension runs along the lines
     */
    static Text of(int[] dims, int[] letters) {
      if (letters.length == 0) {
        return new Text(dims, List.of());
      }
      int length = dims[dims.length - 1];
      int count = letters.length / length;
      var lines = new ArrayList<String>();
      for (int line = 0; line < count; line++) {
        var text = new StringBuilder();
        for (int at = 0; at < length; at++) {
          text.appendCodePoint(letters[line + count * at]);
        }
        lines.add(trimmed(text.toString()));
      }
      return new Text(dims, List.copyOf(lines));
    }

    @Override
    public String type() {
      return "char";
    }

    @Override
    public String description() {
      return kind() + inDimensions(dims);
    }

    /** The text, where it is one line, or one column of letters; nothing where it is several. */
    public Optional<String> line() {
      if (lines.size() == 1) {
        return Optional.of(lines.get(0));
      }
      boolean column = dims.length == 2 && dims[1] == 1 && !lines.isEmpty();
      return column ? Optional.of(trimmed(String.join("", lines))) : Optional.empty();
    }

    private static String trimmed(String text) {
      int end = text.length();
      while (end > 0
          && (text.charAt(end - 1) == 0 || Character.isWhitespace(text.charAt(end - 1)))) {
        end--;
      }
      return text.substring(0, end).strip();
    }
  }

  /** A cell array. */
  record Cell(int[] dims, IntFunction<MatValue> elements) implements MatValue {
    @Override
    public String type() {
      return "cell";
    }

    @Override
    public String description() {
      return kind() + inDimensions(dims);
    }

    public int size() {
      return product(dims);
    }

    public MatValue element(int number) {
      return elements.apply(number);
    }
  }

  /** A struct, or a struct array, whose elements all have the same fields. */
  record Struct(int[] dims, List<String> fields, FieldValues values) implements MatValue {
    @Override
    public String type() {
      return "struct";
    }

    @Override
    public String description() {
      return size() == 1 ? "a struct" : kind() + inDimensions(dims);
    }

    public int size() {
      return product(dims);
    }

    /** The value of a field of one element; nothing where there is no such field. */
    public Optional<MatValue> field(String field, int element) {
      return fields.contains(field) ? Optional.of(values.of(field, element)) : Optional.empty();
    }
  }

  /** Values of the fields that a struct has. */
  @FunctionalInterface
  interface FieldValues {
    MatValue of(String field, int element);
  }

  /**
   * What a file can hold and this program does not read.
   *
   * @param description what it is, with its article
   * @param instead the MATLAB expression to save in its place; {@code %1$s} stands for its name
   */
  record Unsupported(String type, String description, String instead) implements MatValue {
    private static final Pattern CLASS_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,127}");

    /** What to do, in a few words. */
    public String remedy(String name) {
      return "save " + instead.formatted(name);
    }

    static Unsupported sparse() {
      return new Unsupported("sparse", "sparse", "full(%1$s)");
    }

    static Unsupported complex(String type, int[] dims) {
      return new Unsupported(
          "complex " + type,
          "a complex " + type + inDimensions(dims) + " where real numbers are expected",
          "real(%1$s)");
    }

    static Unsupported functionHandle() {
      return new Unsupported("function handle", "a function handle", "its value");
    }

    /** An object of a class of MATLAB's or of the user's own. */
    static Unsupported object(String name) {
      String className = CLASS_NAME.matcher(name).matches() ? name : "";
      String instead =
          switch (className) {
            case "string" -> "char(%1$s), or cellstr(%1$s) where it has several";
            case "categorical" -> "cellstr(%1$s)";
            case "table", "timetable" -> "table2struct(%1$s), or table2array(%1$s) for numbers";
            default -> "its values as numbers, text, cells or a struct";
          };
      String description =
          className.isEmpty() ? "an object" : "an object of MATLAB's class " + className;
      return new Unsupported(className.isEmpty() ? "object" : className, description, instead);
    }
  }

  /** Numbers of an array, in MATLAB's order. */
  interface Numbers {
    double at(int number);
  }

  /** The dimensions as people write them: {@code 3 x 480}. */
  static String shape(int[] dims) {
    return IntStream.of(dims).mapToObj(n -> "%,d".formatted(n)).collect(Collectors.joining(" x "));
  }

  private static String inDimensions(int[] dims) {
    return " array of %d dimensions".formatted(dims.length);
  }

  private static int product(int[] dims) {
    return IntStream.of(dims).reduce(1, Math::multiplyExact);
  }
}
