package org.mitchell.figures.brain;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.text.Counted;

/** What stands below a picture: what is shown and how, then where it is from. */
final class Notes {
  private final List<String> facts = new ArrayList<>();
  private final MapLabels labels;

  /**
   * @param what has a value: voxel or vertex
   * @param shown how many of them have a value that is shown
   */
  Notes(ShownMap map, ValueColours colours, Shown shown, String what) {
    labels = map.labels();
    String where = colours.inWords(labels.statistic());
    String sides = shown.sides().isEmpty() ? "" : ": " + shown.sides();
    add(labels.simulated(), "SIMULATED data");
    add(
        !where.isEmpty(),
        "shown: %s (%s%s)".formatted(where, Counted.of(shown.all(), what), sides));
    add(
        where.isEmpty() && colours.kind() == ValueKind.UNSIGNED && map.lowest() < 0,
        "shown: values above zero");
    labels.settings().forEach(setting -> add(true, setting));
    map.cautions().forEach(caution -> add(true, caution));
    add(!labels.oriented(), "the file does not say which side is which: L and R are a guess");
  }

  void add(String format, Object... values) {
    facts.add(format.formatted(values));
  }

  void add(boolean holds, String fact) {
    if (holds) {
      facts.add(fact);
    }
  }

  List<String> facts() {
    return List.copyOf(facts);
  }

  /** Which file is shown, and which volume of it. */
  String source() {
    return labels.volume().isEmpty() ? labels.file() : labels.file() + ", " + labels.volume();
  }
}
