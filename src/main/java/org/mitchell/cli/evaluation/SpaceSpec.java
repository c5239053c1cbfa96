package org.mitchell.cli.evaluation;

import java.util.List;
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
