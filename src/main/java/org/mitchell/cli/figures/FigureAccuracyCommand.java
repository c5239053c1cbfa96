package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FittedSubjects;
import org.mitchell.cli.options.ModelFolder;
import org.mitchell.derivatives.SavedAccuracy;
import org.mitchell.derivatives.contents.Range;
import org.mitchell.figures.LeagueTable;
import org.mitchell.files.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mitchell figure accuracy}: accuracies of participants beside chance. */
@Command(
    name = "accuracy",
    description = "Draw the leave-two-out accuracy of participants, with interval and chance.",
    footer = {
      "",
      "Intervals and chance are those of the command evaluate, where it was run; a fit alone has"
          + " neither."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureAccuracyCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SUBJECT",
      description = "fitted participant, or several: P1,P2 or P1..P9 or all")
  private String subject;

  @Mixin private ModelFolder model;

  @Mixin private PictureOptions picture;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    picture.check(List.of(), common);
    List<String> subjects = FittedSubjects.of(subject, model.path());
    var accuracies = new ArrayList<SavedAccuracy>();
    for (String one : subjects) {
      accuracies.add(SavedAccuracy.read(model.path(), one));
    }
    requireOneKind(accuracies);
    accuracies.forEach(this::sayWhatIsLeftOut);
    LeagueTable table = table(accuracies);
    Path out = picture.write(table.drawing(), common);
    common.print(table.title());
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("subjects", subjects);
    json.put("accuracies", accuracies.stream().map(SavedAccuracy::accuracy).toList());
    json.put("outputs", List.of(out.toString()));
    common.printJson(json);
    return 0;
  }

  /** A picture has one kind of model, and says which. */
  private static void requireOneKind(List<SavedAccuracy> accuracies) {
    SavedAccuracy first = accuracies.get(0);
    for (SavedAccuracy other : accuracies) {
      List<String> differences = first.settings().differences(other.settings());
      if (!differences.isEmpty()) {
        throw new InputException(
            "%s and %s were fitted in different ways, which one picture cannot show: %s. Draw them apart, or fit them alike"
                .formatted(first.subject(), other.subject(), String.join(", ", differences)));
      }
    }
  }

  private void sayWhatIsLeftOut(SavedAccuracy one) {
    if (!one.otherwise().isEmpty()) {
      common.note(
          "%s: no interval and no chance, because the evaluation is not of the fit: %s"
              .formatted(one.subject(), String.join(", ", one.otherwise())));
    }
  }

  private LeagueTable table(List<SavedAccuracy> accuracies) {
    var rows = new ArrayList<>(accuracies.stream().map(FigureAccuracyCommand::row).toList());
    Optional<String> apart = SavedAccuracy.apart(accuracies);
    if (accuracies.size() > 1 && apart.isEmpty()) {
      double mean =
          accuracies.stream().mapToDouble(SavedAccuracy::accuracy).average().orElseThrow();
      List<Double> all = accuracies.stream().map(SavedAccuracy::accuracy).toList();
      Optional<LeagueTable.Range> interval =
          SavedAccuracy.intervalOfMean(accuracies).map(FigureAccuracyCommand::range);
      rows.add(new LeagueTable.Row("mean", false, mean, interval, all, Optional.empty()));
    }
    return new LeagueTable(
        picture.title(
            title(accuracies.get(0).settings().left())
                + (anySimulated(accuracies) ? " (SIMULATED)" : "")),
        rows,
        Optional.empty(),
        legend(accuracies, apart),
        picture.theme());
  }

  private static String title(String left) {
    return left.equals("leave-two-out")
        ? "Leave-two-out accuracy"
        : "Accuracy (%s)".formatted(left);
  }

  private static boolean anySimulated(List<SavedAccuracy> accuracies) {
    return accuracies.stream().anyMatch(one -> one.settings().simulated());
  }

  private static List<String> legend(List<SavedAccuracy> accuracies, Optional<String> apart) {
    boolean intervals = accuracies.stream().anyMatch(one -> one.interval().isPresent());
    boolean chance = accuracies.stream().anyMatch(one -> one.chance().isPresent());
    var legend = new ArrayList<String>();
    legend.add(
        "accuracy (square)"
            + (intervals ? ", 95% over other words (line)" : "")
            + (chance ? ", relabelled words: their mean to what 5% reach (band)" : ""));
    if (SavedAccuracy.intervalOfMean(accuracies).isPresent() && apart.isEmpty()) {
      legend.add("mean: 95% over participants, Student's t (line)");
    }
    legend.addAll(accuracies.get(0).settings().lines());
    apart.ifPresent(why -> legend.add("no mean: " + why));
    return legend;
  }

  private static LeagueTable.Row row(SavedAccuracy one) {
    return new LeagueTable.Row(
        one.subject() + (one.settings().simulated() ? " (SIMULATED)" : ""),
        false,
        one.accuracy(),
        one.interval().map(FigureAccuracyCommand::range),
        List.of(),
        one.chance().map(FigureAccuracyCommand::range));
  }

  private static LeagueTable.Range range(Range range) {
    return new LeagueTable.Range(range.low(), range.high());
  }
}
