package org.mitchell.fmri;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.tables.TextTable;

/**
 * What the columns of a table of responses hold: voxels, but for the word and the columns that are
 * known by name.
 *
 * @param category the column of the word's category; -1 for none
 * @param study the column of the study's name; -1 for none
 * @param sessions columns whose numbers order a word's images
 * @param presentations columns that number a word's images, behind the sessions
 * @param apart names of columns that hold no voxels and are not read
 * @param voxels the columns of the voxels
 */
record ResponseColumns(
    int category,
    int study,
    List<Integer> sessions,
    List<Integer> presentations,
    List<String> apart,
    int[] voxels) {
  private static final Set<String> CATEGORY = Set.of("category", "cond", "condition");
  private static final Set<String> STUDY = Set.of("study");
  private static final Set<String> SESSION = Set.of("session", "ses", "session_id");
  private static final Set<String> PRESENTATION =
      Set.of("presentation", "epoch", "run", "run_id", "repetition", "rep");

  /** What BIDS, pandas and R, and experiments put beside responses. */
  private static final Set<String> APART =
      Set.of(
          "subject",
          "sub",
          "subject_id",
          "participant",
          "participant_id",
          "onset",
          "duration",
          "block",
          "trial",
          "trial_id",
          "trial_type",
          "trial_number",
          "index",
          "id",
          "word_id",
          "item_id",
          "stimulus_id",
          "stim_file",
          "date",
          "time",
          "tr",
          "volume",
          "site",
          "scanner",
          "age",
          "sex",
          "gender",
          "group",
          "rt",
          "response_time",
          "accuracy",
          "response",
          "n",
          "unnamed: 0");

  /** Every name that no voxel has. */
  static final Set<String> KNOWN =
      Stream.of(CATEGORY, STUDY, SESSION, PRESENTATION, APART)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** So many columns of one scheme of names make another name suspicious. */
  private static final int SCHEME = 10;

  private static final double MOST = 0.9;

  /**
   * @throws InputException if a column is no voxel, by its cells or by its name, and nobody knows
   *     what it is
   */
  static ResponseColumns of(TextTable table) {
    if (!table.hasHeader()) {
      var voxels = new ArrayList<Integer>();
      for (int column = 1; column < table.width(); column++) {
        voxels.add(column);
      }
      return new ResponseColumns(-1, -1, List.of(), List.of(), List.of(), array(voxels));
    }
    var voxels = new ArrayList<Integer>();
    var apart = new ArrayList<String>();
    int category = -1;
    int study = -1;
    var sessions = new ArrayList<Integer>();
    var presentations = new ArrayList<Integer>();
    for (int column = 1; column < table.width(); column++) {
      String name = table.columns().get(column).toLowerCase(Locale.ROOT);
      if (CATEGORY.contains(name) && category < 0) {
        category = column;
      } else if (STUDY.contains(name) && study < 0) {
        study = column;
      } else if (SESSION.contains(name)) {
        sessions.add(column);
      } else if (PRESENTATION.contains(name)) {
        presentations.add(column);
      } else if (KNOWN.contains(name)) {
        apart.add(table.columns().get(column));
      } else {
        voxels.add(column);
      }
    }
    requireVoxels(table, voxels);
    return new ResponseColumns(category, study, sessions, presentations, apart, array(voxels));
  }

  private static void requireVoxels(TextTable table, List<Integer> voxels) {
    List<String> names = table.columns();
    Map<String, Integer> schemes = new HashMap<>();
    voxels.forEach(column -> schemes.merge(scheme(names.get(column)), 1, Integer::sum));
    for (int column : voxels) {
      if (table.isText(column) && schemes.get(scheme(names.get(column))) == 1) {
        throw unknown(table, column, "holds text where the responses of a voxel are expected");
      }
    }
    int most = schemes.values().stream().mapToInt(n -> n).max().orElse(0);
    boolean told = most >= SCHEME && most >= MOST * voxels.size();
    for (int column : voxels) {
      if (told && schemes.get(scheme(names.get(column))) < most) {
        String usual =
            voxels.stream()
                .map(names::get)
                .filter(name -> schemes.get(scheme(name)) == most)
                .findFirst()
                .orElseThrow();
        throw unknown(table, column, "is no voxel by its name: others are called " + usual);
      }
    }
  }

  private static InputException unknown(TextTable table, int column, String problem) {
    return InputException.in(
        table.file(),
        "line %d, column %d: '%s' %s. Take the column out, or call it by what it is: category, session, run, presentation, study, subject, onset or duration"
            .formatted(table.firstLine(), column + 1, table.columns().get(column), problem));
  }

  /** A name without the number at its end. */
  private static String scheme(String name) {
    int end = name.length();
    while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    return end == name.length() ? name : name.substring(0, end) + "#";
  }

  private static int[] array(List<Integer> columns) {
    return columns.stream().mapToInt(column -> column).toArray();
  }
}
