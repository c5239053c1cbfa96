package org.mitchell.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Help.IParameterRenderer;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * Lays out help such that lines break at blanks alone. Java would break {@code names.txt} after the
 * dot and {@code spark://HOST} after the colon. While lines are broken every sign in a word
 * therefore has the place of a letter.
 */
final class HelpLayout {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*\\}");

  /** From ASCII's signs to letters of Latin Extended-A, which help is not written in. */
  private static final int SHIFT = 0x100;

  private static final Pattern SIGN = Pattern.compile("[!-$&-/:-@\\[-`{-~]");
  private static final Pattern LETTER = Pattern.compile("[\\u0121-\\u017e]");

  private HelpLayout() {}

  /** For a command and all below it. */
  static void of(CommandLine command) {
    command.setHelpFactory(LetteredHelp::new);
    command.getHelpSectionMap().replaceAll((name, renderer) -> signed(renderer));
    UsageMessageSpec message = command.getCommandSpec().usageMessage();
    message.description(lettered(message.description()));
    message.footer(lettered(message.footer()));
    command.getSubcommands().values().forEach(HelpLayout::of);
  }

  private static IHelpSectionRenderer signed(IHelpSectionRenderer renderer) {
    return help -> shifted(renderer.render(help), LETTER, -SHIFT);
  }

  /** Variables, which picocli is still to fill in, stay. */
  private static String[] lettered(String[] paragraphs) {
    return Stream.of(paragraphs).map(HelpLayout::letteredBetweenVariables).toArray(String[]::new);
  }

  private static String letteredBetweenVariables(String text) {
    var lettered = new StringBuilder();
    int from = 0;
    for (Matcher variable = VARIABLE.matcher(text); variable.find(); from = variable.end()) {
      lettered.append(lettered(text.substring(from, variable.start()))).append(variable.group());
    }
    return lettered.append(lettered(text.substring(from))).toString();
  }

  private static String lettered(String text) {
    return shifted(text, SIGN, SHIFT);
  }

  private static String shifted(String text, Pattern characters, int by) {
    return characters
        .matcher(text)
        .replaceAll(found -> Character.toString(found.group().charAt(0) + by));
  }

  /** Help whose options are described in letters alone. */
  private static final class LetteredHelp extends Help {
    LetteredHelp(CommandSpec command, ColorScheme colours) {
      super(command, colours);
    }

    @Override
    public IOptionRenderer createDefaultOptionRenderer() {
      IOptionRenderer usual = super.createDefaultOptionRenderer();
      return (option, label, colours) ->
          withLetteredText(usual.render(option, label, colours), colours);
    }

    @Override
    public IParameterRenderer createDefaultParameterRenderer() {
      IParameterRenderer usual = super.createDefaultParameterRenderer();
      return (parameter, label, colours) ->
          withLetteredText(usual.render(parameter, label, colours), colours);
    }

    /** The last column has the text. */
    private static Text[][] withLetteredText(Text[][] rows, ColorScheme colours) {
      for (Text[] row : rows) {
        Text text = row[row.length - 1];
        row[row.length - 1] = colours.ansi().new Text(lettered(text.plainString()), colours);
      }
      return rows;
    }
  }
}
