package org.mitchell.cli.options;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What the values of options may be, by their kind, whatever the command: numbers are finite, paths
 * and words are not empty (as an unset variable of a shell gives them), lists have no gaps. What
 * else a value must be is the command's to say.
 */
public final class OptionValues {
  /** Longer ones are no numbers, and the digits are not looked at one by one. */
  private static final int LONGEST_NUMBER = 50;

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern OPTION = Pattern.compile("--[A-Za-z].*", Pattern.DOTALL);
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private OptionValues() {}

  /** Has a command and those below it refuse other values. */
  public static void check(CommandLine commandLine) {
    var wholeNumber = new WholeNumber();
    commandLine.registerConverter(int.class, wholeNumber);
    commandLine.registerConverter(Integer.class, wholeNumber);
    var longNumber = new LongNumber();
    commandLine.registerConverter(long.class, longNumber);
    commandLine.registerConverter(Long.class, longNumber);
    var number = new Number();
    commandLine.registerConverter(double.class, number);
    commandLine.registerConverter(Double.class, number);
    commandLine.registerConverter(Path.class, new FileName());
    giveChoices(commandLine);
    commandLine.setExecutionStrategy(new WithValues(commandLine.getExecutionStrategy()));
  }

  private static void giveChoices(CommandLine commandLine) {
    Choices.give(commandLine);
    for (CommandLine below : commandLine.getSubcommands().values()) {
      giveChoices(below);
    }
  }

  /** A number that is finite: what {@code Double.parseDouble} takes besides is none to people. */
  public static double number(String text) {
    double number =
        text.length() <= LONGEST_NUMBER && DECIMAL.matcher(text).matches()
            ? Double.parseDouble(text)
            : Double.NaN;
    if (!Double.isFinite(number)) {
      throw expected(text, "a number such as 2, .5 or 1e-3 is");
    }
    return number;
  }

  // Classes with a name: Java 17 cannot archive what is made of a lambda for picocli, whose classes
  // are older than
  // archives, and makes none at all.

  private static final class Number implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return number(text);
    }
  }

  private static final class WholeNumber implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      long number = longNumber(text);
      if (number != (int) number) {
        throw expected(text, "a whole number up to %,d is".formatted(Integer.MAX_VALUE));
      }
      return (int) number;
    }
  }

  private static final class LongNumber implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return longNumber(text);
    }
  }

  private static final class FileName implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (text.isBlank()) {
        throw expected(text, "the name of a file or folder is");
      }
      return Path.of(text);
    }
  }

  /** Looks at the values before the command is run. */
  private static final class WithValues implements IExecutionStrategy {
    private final IExecutionStrategy usual;

    WithValues(IExecutionStrategy usual) {
      this.usual = usual;
    }

    @Override
    public int execute(ParseResult parsed) {
      requireValues(parsed);
      return usual.execute(parsed);
    }
  }

  /** Any text, empty too. */
  public static final class AnyText implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return text;
    }
  }

  private static long longNumber(String text) {
    if (text.length() > LONGEST_NUMBER || !WHOLE.matcher(text).matches()) {
      throw expected(text, "a whole number is");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw expected(text, "a whole number up to %,d is".formatted(Long.MAX_VALUE));
    }
  }

  private static TypeConversionException expected(String text, String what) {
    return new TypeConversionException("got '%s' where %s expected".formatted(text, what));
  }

  /** Texts are looked at whole, once all are parsed: of a list the user sees what was typed. */
  private static void requireValues(ParseResult parsed) {
    for (OptionSpec option : parsed.matchedOptions()) {
      refuseOptions(parsed, option);
      requireValue(parsed, option, "option '%s'".formatted(option.longestName()));
    }
    for (PositionalParamSpec positional : parsed.matchedPositionals()) {
      requireValue(parsed, positional, positional.paramLabel());
    }
    if (parsed.hasSubcommand()) {
      List.copyOf(parsed.subcommands()).forEach(OptionValues::requireValues);
    }
  }

  /** An option that takes several values takes one that nobody knows for another. */
  private static void refuseOptions(ParseResult parsed, OptionSpec option) {
    List<String> unknown =
        option.originalStringValues().stream()
            .filter(typed -> OPTION.matcher(typed).matches())
            .toList();
    if (!unknown.isEmpty()) {
      throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), unknown);
    }
  }

  private static void requireValue(ParseResult parsed, ArgSpec argument, String name) {
    boolean list = !argument.splitRegex().isEmpty();
    boolean plainText =
        argument.converters().length == 0 && argument.auxiliaryTypes()[0] == String.class;
    for (String typed : argument.originalStringValues()) {
      boolean gap =
          list && Arrays.stream(typed.split(argument.splitRegex(), -1)).anyMatch(String::isBlank);
      if (gap || plainText && typed.isBlank()) {
        throw new ParameterException(
            parsed.commandSpec().commandLine(),
            "Invalid value for %s: got '%s' where %s expected"
                .formatted(
                    name, typed, list ? "values with commas between them are" : "a value is"));
      }
    }
  }
}
