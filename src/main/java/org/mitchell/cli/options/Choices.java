package org.mitchell.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Options that take one of a few words: any enum's, in lower case with hyphens. */
final class Choices {
  private Choices() {}

  /** Gives every such option of a command these words, for values, help and completion. */
  static void give(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    for (OptionSpec option : List.copyOf(spec.options())) { // all, so that their order stays
      spec.remove(option);
      Class<?> type = option.auxiliaryTypes()[0];
      spec.addOption(type.isEnum() ? withWords(option, type) : option);
    }
  }

  private static OptionSpec withWords(OptionSpec option, Class<?> type) {
    var choice = new Choice(type);
    return OptionSpec.builder(option).completionCandidates(choice.words).converters(choice).build();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** From a word to what it stands for. */
  private static final class Choice implements ITypeConverter<Object> {
    private final Object[] values;
    private final List<String> words = new ArrayList<>();

    Choice(Class<?> type) {
      values = type.getEnumConstants();
      for (Object value : values) {
        words.add(word((Enum<?>) value));
      }
    }

    @Override
    public Object convert(String text) {
      int at = words.indexOf(text.toLowerCase(Locale.ROOT));
      if (at < 0) {
        throw new TypeConversionException(
            "got '%s' where one of %s is expected".formatted(text, String.join(", ", words)));
      }
      return values[at];
    }
  }
}
