package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.options.OptionValues;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Values that no option of its kind may have, for every option of every command. */
class OptionValuesTest {
  private static final List<String> NO_NUMBERS =
      List.of(
          "", " ", ",", "NaN", "Infinity", "-Infinity", "1e999", "0x1p3", "1d", "9".repeat(400));

  static Stream<Arguments> everyOptionWithValuesThatItMayNotHave() {
    return commands(Mitchell.commandLine())
        .flatMap(
            command ->
                command.getCommandSpec().options().stream()
                    .flatMap(
                        option ->
                            refused(option).stream()
                                .map(
                                    value ->
                                        Arguments.of(
                                            command.getCommandSpec().qualifiedName(" "),
                                            option.longestName(),
                                            value))));
  }

  @ParameterizedTest(name = "{0} {1}={2}")
  @MethodSource("everyOptionWithValuesThatItMayNotHave")
  void itIsWrongUsage(String command, String option, String value) {
    var words =
        new ArrayList<Object>(List.of(command.split(" ")).subList(1, command.split(" ").length));
    words.add(option + "=" + value);

    Ran ran = Ran.mitchell(words.toArray());

    assertThat(ran.failsWith(2).err()).doesNotContain("program itself").contains(option);
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return command.getSubcommands().isEmpty()
        ? Stream.of(command)
        : new LinkedHashSet<>(command.getSubcommands().values())
            .stream().flatMap(OptionValuesTest::commands);
  }

  private static List<String> refused(OptionSpec option) {
    Class<?> type = option.typeInfo().getType();
    Class<?> value =
        type.isArray() || option.typeInfo().isCollection()
            ? option.typeInfo().getAuxiliaryTypes()[0]
            : type;
    if (List.of(int.class, Integer.class, long.class, double.class, Double.class).contains(value)) {
      // A list of none is seen once all options are there: see listsHaveNoGaps.
      return NO_NUMBERS.stream()
          .filter(text -> option.splitRegex().isEmpty() || !text.equals(","))
          .toList();
    }
    return value == Path.class ? List.of("", " ") : List.of();
  }

  @Test
  void listsHaveNoGaps() {
    for (String list : List.of(",", "axial,", ",,")) {
      assertThat(
              Ran.mitchell("figure", "glass", "map.nii", "--out", "x.svg", "--view=" + list)
                  .failsWith(2)
                  .err())
          .contains("--view");
    }
    String[] norms = {"norms", "fit", "--vectors", "v", "--norms", "n", "--out", "o"};
    assertThat(
            Ran.mitchell(Stream.concat(Stream.of(norms), Stream.of("--hidden=,")).toArray())
                .failsWith(2)
                .err())
        .contains("--hidden");
    assertThat(
            Ran.mitchell("figure", "similarity", "T1", "--out", "x.svg", "--of=,")
                .failsWith(2)
                .err())
        .contains("--of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", ".5", "1e-3", "-4.25", "+1."})
  void anyFiniteDecimalIsANumber(String text) {
    assertThat(OptionValues.number(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void whatIsNoNumberToPeopleIsNone() {
    for (String text : NO_NUMBERS) {
      assertThatThrownBy(() -> OptionValues.number(text))
          .isInstanceOf(TypeConversionException.class);
    }
  }
}
