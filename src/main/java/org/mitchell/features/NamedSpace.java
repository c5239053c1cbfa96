package org.mitchell.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/**
 * A feature space as it is named among others: {@code NAME|FILE}, {@code FILE:1-218}, {@code
 * LABEL=FILE:1-25+30}.
 *
 * @param label what outputs call it
 * @param source a built-in name, or a file
 * @param columns which of its columns are taken, with commas between them; empty for all
 */
public record NamedSpace(String label, String source, String columns) {
  private static final Pattern FORM =
      Pattern.compile("(?:([^=/\\\\]+)=)?(.+?)(?::(\\d+(?:-\\d+)?(?:\\+\\d+(?:-\\d+)?)*))?");

  /**
   * @throws InputException if the text names nothing
   */
  public static NamedSpace of(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new InputException(
          "features '%s': expected NAME, FILE, FILE:COLUMNS or LABEL=FILE:COLUMNS, such as human=ratings.csv:1-218"
              .formatted(text));
    }
    String source = parts.group(2);
    String columns = Optional.ofNullable(parts.group(3)).orElse("").replace('+', ',');
    String label = Optional.ofNullable(parts.group(1)).orElseGet(() -> label(source, columns));
    return new NamedSpace(label.strip(), source, columns);
  }

  /**
   * Several, with commas between them.
   *
   * @throws InputException if two have one label, or a text names nothing
   */
  public static List<NamedSpace> list(String text) {
    var spaces = new ArrayList<NamedSpace>();
    for (String part : text.split(",", -1)) {
      NamedSpace space = of(part);
      if (spaces.stream().anyMatch(other -> other.label.equals(space.label))) {
        throw new InputException(
            "two are called '%s'. Give each a label of its own: one=%s"
                .formatted(space.label, space.source));
      }
      spaces.add(space);
    }
    return List.copyOf(spaces);
  }

  /** The whole space or file as it is named alone. */
  FeatureChoice choice() {
    return new FeatureChoice(source, columns);
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return label + "=" + source + (columns.isEmpty() ? "" : ":" + columns.replace(',', '+'));
  }

  /** A file's name without folders and extension. */
  private static String label(String source, String columns) {
    if (FeatureSources.builtIn().contains(source)) {
      return source;
    }
    String name =
        source.replaceFirst(".*[/\\\\]", "").replaceFirst("(?i)(\\.(csv|tsv|txt))?(\\.gz)?$", "");
    return columns.isEmpty() ? name : name + ":" + columns.replace(',', '+');
  }
}
