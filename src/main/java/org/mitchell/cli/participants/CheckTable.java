package org.mitchell.cli.participants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mitchell.cli.text.Remedies;
import org.mitchell.study.Checked;
import org.mitchell.study.Checked.Problem;
import org.mitchell.study.Checked.SeenTrial;
import org.mitchell.study.Checked.Severity;
import org.mitchell.text.Counted;

/** What is known of a participant before a fit, as lines of text for people and as JSON. */
final class CheckTable {
  /** More rows than these are said to be there. */
  private static final int MOST_ROWS = 40;

  private CheckTable() {}

  static List<String> lines(Checked checked) {
    var lines = new ArrayList<String>(List.of("", "Participant " + checked.subject()));
    checked.files().forEach(file -> lines.add("  %s  %s".formatted(file.file(), file.what())));
    if (!checked.trials().isEmpty()) {
      lines.add("");
      lines.addAll(trials(checked.trials()));
      lines.add("");
      lines.addAll(words(checked));
      lines.add(
          "  %s; a fit takes about %,d MB and %,d s"
              .formatted(
                  Counted.of(checked.voxels(), "voxel"), checked.megabytes(), checked.seconds()));
    }
    for (Severity severity : Severity.values()) {
      List<Problem> some =
          checked.problems().stream().filter(p -> p.severity() == severity).toList();
      if (!some.isEmpty()) {
        lines.add("");
        lines.add("  " + Counted.of(some.size(), severity.name().toLowerCase(Locale.ROOT)) + ":");
        some.forEach(problem -> lines.add("    " + text(problem)));
      }
    }
    if (checked.problems().isEmpty()) {
      lines.add("  nothing is wrong");
    }
    return lines;
  }

  /** With what helps, by the options of a fit. */
  static String text(Problem problem) {
    return Remedies.inOptions(
        problem
            .remedy()
            .map(remedy -> "%s. %s".formatted(problem.text(), remedy.words()))
            .orElse(problem.text()));
  }

  private static List<String> trials(List<SeenTrial> trials) {
    var lines = new ArrayList<String>();
    lines.add("  %-10s %10s  %-20s %s".formatted("run", "onset (s)", "word", "features"));
    for (SeenTrial trial : trials.subList(0, Math.min(trials.size(), MOST_ROWS))) {
      lines.add(
          "  %-10s %10s  %-20s %s"
              .formatted(
                  trial.run().isEmpty() ? "n/a" : trial.run(),
                  Double.isNaN(trial.onset()) ? "n/a" : "%.3f".formatted(trial.onset()),
                  trial.word(),
                  trial.features() ? "yes" : "no"));
    }
    if (trials.size() > MOST_ROWS) {
      lines.add(
          "  ... and %s more (--json has all)"
              .formatted(Counted.of(trials.size() - MOST_ROWS, "trial")));
    }
    return lines;
  }

  private static List<String> words(Checked checked) {
    Map<Integer, Long> byCount =
        checked.presentations().values().stream()
            .collect(Collectors.groupingBy(n -> n, LinkedHashMap::new, Collectors.counting()));
    String counts =
        byCount.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> "%,d x %s".formatted(e.getValue(), Counted.of(e.getKey(), "presentation")))
            .collect(Collectors.joining(", "));
    var lines = new ArrayList<String>();
    lines.add("  %s: %s".formatted(Counted.of(checked.presentations().size(), "word"), counts));
    if (!checked.withoutFeatures().isEmpty()) {
      lines.add(
          "  left out: "
              + checked.withoutFeatures().entrySet().stream()
                  .map(e -> "%s (%s)".formatted(e.getKey(), e.getValue()))
                  .collect(Collectors.joining(", ")));
    }
    return lines;
  }

  static Map<String, Object> json(List<Checked> all) {
    var json = new LinkedHashMap<String, Object>();
    json.put("subjects", all.stream().map(CheckTable::json).toList());
    json.put("errors", all.stream().mapToLong(one -> count(one, Severity.ERROR)).sum());
    json.put("warnings", all.stream().mapToLong(one -> count(one, Severity.WARNING)).sum());
    return json;
  }

  private static Map<String, Object> json(Checked checked) {
    var json = new LinkedHashMap<String, Object>();
    json.put("subject", checked.subject());
    json.put("files", checked.files());
    json.put("trials", checked.trials().stream().map(CheckTable::json).toList());
    json.put("presentations", checked.presentations());
    json.put("leftOut", checked.withoutFeatures());
    json.put("voxels", checked.voxels());
    json.put("megabytes", checked.megabytes());
    json.put("seconds", checked.seconds());
    json.put("problems", checked.problems().stream().map(CheckTable::json).toList());
    return json;
  }

  private static Map<String, Object> json(SeenTrial trial) {
    var json = new LinkedHashMap<String, Object>();
    json.put("run", trial.run().isEmpty() ? null : trial.run());
    json.put("onset", Double.isNaN(trial.onset()) ? null : trial.onset());
    json.put("word", trial.word());
    json.put("features", trial.features());
    return json;
  }

  private static Map<String, Object> json(Problem problem) {
    var json = new LinkedHashMap<String, Object>();
    json.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    json.put("message", text(problem));
    return json;
  }

  private static long count(Checked checked, Severity severity) {
    return checked.problems().stream().filter(p -> p.severity() == severity).count();
  }
}
