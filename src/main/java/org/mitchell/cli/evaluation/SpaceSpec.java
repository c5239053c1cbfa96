package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.cli.options.UsageException;
import org.mitchell.features.FeatureChoice;
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
  private static final Pattern FORM =
      Pattern.compile("(?:([^=/\\\\]+)=)?(.+?)(?::(\\d+(?:-\\d+)?(?:\\+\\d+(?:-\\d+)?)*))?");

  /**
   * @throws UsageException if the text names nothing
   */
  static SpaceSpec of(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new UsageException(
          "features '%s': expected NAME, FILE, FILE:COLUMNS or LABEL=FILE:COLUMNS, such as human=ratings.csv:1-218"
              .formatted(text));
    }
    String source = parts.group(2);
    String columns = Optional.ofNullable(parts.group(3)).orElse("").replace('+', ',');
    String label = Optional.ofNullable(parts.group(1)).orElseGet(() -> label(source, columns));
    return new SpaceSpec(label.strip(), source, columns);
  }

  /**
   * Several, with commas between them.
   *
   * @throws UsageException if two have one label
   */
  static List<SpaceSpec> list(String text) {
    var specs = new ArrayList<SpaceSpec>();
    for (String part : text.split(",", -1)) {
      SpaceSpec spec = of(part);
      if (specs.stream().anyMatch(other -> other.label.equals(spec.label))) {
        throw new UsageException(
            "--features: two are called '%s'. Name them: one=%s".formatted(spec.label, part));
      }
      specs.add(spec);
    }
    return specs;
  }

  /**
   * @param baseline whether it is there to be beaten
   */
  RivalSpaces.Named named(boolean baseline) {
    return new RivalSpaces.Named(label, new FeatureChoice(source, columns), baseline);
  }

  /** A file's name without folders and extension. */
  private static String label(String source, String columns) {
    if (FeatureChoice.of(source).isBuiltIn()) {
      return source;
    }
    String name =
        source.replaceFirst(".*[/\\\\]", "").replaceFirst("(?i)(\\.(csv|tsv|txt))?(\\.gz)?$", "");
    return columns.isEmpty() ? name : name + ":" + columns.replace(',', '+');
  }
}
