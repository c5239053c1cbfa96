package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.Participants;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.features.FeatureSource;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.study.Checked;
import org.mitchell.study.Checking;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code mitchell check}: what a fit would find, before anything is computed. */
@Command(
    name = "check",
    description =
        "Look at participants' files before a fit: trials, words, voxels, memory and time, and all"
            + " that is wrong or worth knowing.",
    footer = {
      "",
      "The options are those of fit, and so are the rules: an error here is an error there, and the"
          + " exit status is 1. Nothing is written. Memory and time are rough estimates."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CheckCommand implements Callable<Integer> {
  /** Nothing is written. */
  private static final Path NOWHERE = Path.of("");

  @Mixin private WantedFit wanted;
  @Mixin private TableOptions tables;
  @Mixin private CommonOptions common;

  /** Lets this command go without a label of participants. */
  public static void needNoSubject(CommandSpec check) {
    for (OptionSpec option : List.copyOf(check.options())) { // all, so that their order stays
      check.remove(option);
      boolean subject = option.longestName().equals("--subject");
      check.addOption(
          subject
              ? OptionSpec.builder(option)
                  .required(false)
                  .description(
                      "participant, or several: P1,P2 or P1..P9 or all (default: all that there"
                          + " are)")
                  .build()
              : option);
    }
  }

  @Override
  public Integer call() throws IOException {
    WantedFit.Model model = wanted.checked();
    var all = wanted.participants(tables, common, NOWHERE);
    var found = new ArrayList<Checked>();
    try (Workers workers = common.workers()) {
      FeatureSource source = wanted.features().open(workers, tables.rules(common));
      Map<String, String> given = wanted.categories(tables.rules(common));
      var checking =
          new Checking(
              common,
              workers,
              source,
              model.options().encoding().scale(),
              wanted.features().requireAll(),
              model::forResponses,
              model.left(),
              wanted::withheld);
      for (var one : all.asked().entrySet()) {
        Checked checked = check(all, checking, one.getKey(), one.getValue(), given);
        CheckTable.lines(checked).forEach(common::print);
        checked.problems().stream()
            .filter(problem -> problem.severity() == Checked.Severity.ERROR)
            .forEach(problem -> common.errorWhenQuiet(CheckTable.text(problem)));
        found.add(checked);
      }
    }
    common.printJson(CheckTable.json(found));
    return found.stream().anyMatch(Checked::hasErrors) ? 1 : 0;
  }

  private static Checked check(
      Participants all, Checking checking, String label, Path file, Map<String, String> given)
      throws IOException {
    Checking.Problems problems = checking.problems();
    if (!all.ofBold()) {
      var source = all.heard(label, file, given, problems);
      return checking.ofResponses(label, file, all.files(file), source.reader(), problems);
    }
    try {
      var runs = all.runs(label, note -> problems.note(label + ": " + note));
      return checking.ofBold(label, runs, all.bold(), problems);
    } catch (InputException e) {
      return Checking.missing(label, e, problems);
    }
  }
}
