package org.mitchell.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.IOptionRenderer;
import picocli.CommandLine.Help.IParamLabelRenderer;
import picocli.CommandLine.Help.IParameterRenderer;
import picocli.CommandLine.IHelpFactory;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
    command.setHelpFactory(new LetteredHelpFactory());
    command.getHelpSectionMap().replaceAll((name, renderer) -> new Signed(renderer));
    UsageMessageSpec message = command.getCommandSpec().usageMessage();
    message.description(lettered(message.description()));
    message.footer(lettered(message.footer()));
    command.getSubcommands().values().forEach(HelpLayout::of);
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
      return new LetteredOptions(super.createDefaultOptionRenderer());
    }

    @Override
    public IParameterRenderer createDefaultParameterRenderer() {
      return new LetteredParameters(super.createDefaultParameterRenderer());
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

  // Classes with a name, not lambdas, as in OptionValues.

  private static final class LetteredHelpFactory implements IHelpFactory {
    @Override
    public Help create(CommandSpec command, ColorScheme colours) {
      return new LetteredHelp(command, colours);
    }
  }

  /** A section whose letters are signs again. */
  private static final class Signed implements IHelpSectionRenderer {
    private final IHelpSectionRenderer usual;

    Signed(IHelpSectionRenderer usual) {
      this.usual = usual;
    }

    @Override
    public String render(Help help) {
      return shifted(usual.render(help), LETTER, -SHIFT);
    }
  }

  private static final class LetteredOptions implements IOptionRenderer {
    private final IOptionRenderer usual;

    LetteredOptions(IOptionRenderer usual) {
      this.usual = usual;
    }

    @Override
    public Text[][] render(OptionSpec option, IParamLabelRenderer label, ColorScheme colours) {
      return LetteredHelp.withLetteredText(usual.render(option, label, colours), colours);
    }
  }

  private static final class LetteredParameters implements IParameterRenderer {
    private final IParameterRenderer usual;

    LetteredParameters(IParameterRenderer usual) {
      this.usual = usual;
    }

    @Override
    public Text[][] render(
        PositionalParamSpec parameter, IParamLabelRenderer label, ColorScheme colours) {
      return LetteredHelp.withLetteredText(usual.render(parameter, label, colours), colours);
    }
  }
}
