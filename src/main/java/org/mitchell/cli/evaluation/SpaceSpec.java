package org.mitchell.cli.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mitchell.cli.options.UsageException;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.NamedSpace;
import org.mitchell.files.InputException;
import org.mitchell.study.RivalSpaces;

/**
 * A feature space as it is named among others: {@code NAME|FILE}, {@code FILE:1-218}, {@code
 * LABEL=FILE:1-25+30}.
 *
 * @param label what outputs call it
 * @param source a built-in name, or a file
 * @param columns which of its columns are taken, as {@code --columns} has it; empty for all
 */
record SpaceSpec(String label, String source, String columns) {
  private static final String PLUS = "\\+";

  /**
   * @throws UsageException if the text names nothing
   */
  static SpaceSpec of(String text) {
    try {
      return of(NamedSpace.of(text));
    } catch (InputException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /**
   * Several, with commas between them.
   *
   * @throws UsageException if two have one label, or a text names nothing
   */
  static List<SpaceSpec> list(String text) {
    try {
      return NamedSpace.list(text).stream().map(SpaceSpec::of).toList();
    } catch (InputException e) {
      throw new UsageException("--features: " + e.getMessage());
    }
  }

  /**
   * Several where labels with a plus between them, {@code verbs+glove}, are one model of spaces
   * that are also given alone.
   *
   * @throws UsageException as {@link #list} says, and if one of several labels is not given
   */
  static List<RivalSpaces.Named> rivals(String text) {
    List<SpaceSpec> all = list(text);
    return all.stream()
        .map(spec -> spec.isJoint(all) ? spec.joint(all) : spec.named(false))
        .toList();
  }

  /**
   * As {@link #list}, where no two spaces can be one.
   *
   * @param command that is said to have no use for it
   */
  static List<SpaceSpec> singles(String text, String command) {
    List<SpaceSpec> all = list(text);
    for (SpaceSpec spec : all) {
      if (spec.isJoint(all)) {
        throw new UsageException(
            "--features: '%s' is several spaces in one model, as compare has it, and %s takes single ones. Leave it out"
                .formatted(spec.source, command));
      }
    }
    return all;
  }

  /** Whether it names spaces of the list and no file. */
  private boolean isJoint(List<SpaceSpec> all) {
    return columns.isEmpty()
        && source.contains("+")
        && !Files.exists(Path.of(source))
        && Arrays.stream(source.split(PLUS, -1)).anyMatch(part -> of(part, all).isPresent());
  }

  private RivalSpaces.Named joint(List<SpaceSpec> all) {
    var spaces = new ArrayList<NamedSpace>();
    if (Arrays.stream(source.split(PLUS, -1)).distinct().count() < source.split(PLUS, -1).length) {
      throw new UsageException(
          "--features: '%s' names a space twice. Name each once".formatted(source));
    }
    for (String part : source.split(PLUS, -1)) {
      SpaceSpec space =
          of(part, all)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--features: '%s' asks for '%s', which is not among the spaces. Give it alone too"
                              .formatted(source, part)));
      spaces.add(new NamedSpace(space.label, space.source, space.columns));
    }
    try {
      return new RivalSpaces.Named(label, FeatureChoice.sideBySide(spaces), false);
    } catch (InputException e) {
      throw new UsageException("--features: " + e.getMessage());
    }
  }

  private static Optional<SpaceSpec> of(String label, List<SpaceSpec> all) {
    return all.stream().filter(space -> space.label.equals(label)).findFirst();
  }

  private static SpaceSpec of(NamedSpace space) {
    return new SpaceSpec(space.label(), space.source(), space.columns());
  }

  /**
   * @param baseline whether it is there to be beaten
   */
  RivalSpaces.Named named(boolean baseline) {
    return new RivalSpaces.Named(label, new FeatureChoice(source, columns), baseline);
  }
}
