package org.mitchell.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FittedSubjects;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.participants.FitCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The form that all BIDS Apps have: {@code mitchell DIR OUT participant}. It is {@code fit --bids}
 * for participants, and the maps and the report of all for the group.
 */
@Command(
    name = "bids",
    description =
        "Run as a BIDS App: 'participant' fits participants of a BIDS dataset, 'group' makes the"
            + " maps and the report of all; the word bids may be left out.",
    footer = {
      "",
      "The options are those of 'fit --bids'. 'group' does not need those of fits, and may have"
          + " them: one line of a script serves for both."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class BidsCommand implements Callable<Integer> {
  private static final String PARTICIPANT = "participant";
  private static final String GROUP = "group";
  private static final String FIT = "fit";
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]+");
  private static final Set<String> EVERYWHERE = Set.of("--threads", "--quiet", "--debug");

  /** What the dataset and the folder of results stand for. */
  private static final Set<String> SAID_OTHERWISE =
      Set.of(
          "--bids",
          "--subject",
          "--out",
          "--data",
          "--images",
          "--labels",
          "--label-column",
          "--label-regex",
          "--mask",
          "--parcels",
          "--parcel-mode",
          "--resample",
          "--scale-images",
          "--coords",
          "--affine");

  @Parameters(index = "0", paramLabel = "DIR", description = "the BIDS dataset")
  private Path dataset;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "where results go; 'group' reads there what was fitted")
  private Path out;

  @Parameters(index = "2", paramLabel = "LEVEL", description = "participant, or group")
  private String level;

  @Option(
      names = {"--participant-label", "--participant_label"},
      arity = "1..*",
      paramLabel = "LABEL",
      description = "participants, with or without sub- (default: all)")
  private List<String> labels = List.of();

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  /** Gives this command the options of the command fit that go with a BIDS dataset. */
  static void giveOptionsOfFits(CommandSpec bids) {
    for (OptionSpec option : new CommandLine(new FitCommand()).getCommandSpec().options()) {
      boolean has = Arrays.stream(option.names()).anyMatch(bids.optionsMap()::containsKey);
      if (!has && !SAID_OTHERWISE.contains(option.longestName())) {
        bids.addOption(option);
      }
    }
  }

  /** Whether the words are of this form without the command's name. */
  static boolean isMeant(String... words) {
    return words.length >= 3
        && (isLevel(words[2]) || new File(words[0]).isDirectory())
        && !words[0].startsWith("-")
        && !Commands.NAMES.contains(words[0]);
  }

  private static boolean isLevel(String word) {
    return word.equals(PARTICIPANT) || word.equals(GROUP);
  }

  /** These words with the command's name in front. */
  static String[] named(String... words) {
    var named = new ArrayList<>(List.of("bids"));
    named.addAll(Arrays.asList(words));
    return named.toArray(String[]::new);
  }

  @Override
  public Integer call() throws IOException {
    if (!isLevel(level)) {
      throw new UsageException("got '%s' where participant or group is expected".formatted(level));
    }
    var fit = new ArrayList<String>(List.of(FIT, "--bids", dataset.toString()));
    fit.addAll(List.of("--subject", subjects(), "--out", out.toString()));
    if (level.equals(PARTICIPANT)) {
      fit.addAll(typed(option -> !ofThisForm(option)));
      return Mitchell.run(fit.toArray(String[]::new));
    }
    if (common.printsJson()) {
      throw new UsageException("--json: not with 'group', which is several commands");
    }
    return group();
  }

  private int group() throws IOException {
    List<String> fitted = FittedSubjects.of(subjects(), out);
    var map = new ArrayList<String>(List.of("map", "--model", out.toString()));
    map.addAll(List.of("--subject", String.join(",", fitted)));
    if (fitted.size() > 1) {
      map.addAll(List.of("--group", "mean"));
    } else {
      common.note("one participant is fitted: a map, and no group");
    }
    map.addAll(shared());
    int status = Mitchell.run(map.toArray(String[]::new));
    if (status != 0) {
      return status;
    }
    var report = new ArrayList<String>(List.of("report", "--model", out.toString()));
    report.addAll(List.of("--subject", String.join(",", fitted)));
    report.addAll(List.of("--out", out.resolve("report.html").toString()));
    report.addAll(shared());
    return Mitchell.run(report.toArray(String[]::new));
  }

  private String subjects() {
    return labels.isEmpty()
        ? FittedSubjects.ALL
        : labels.stream()
            .flatMap(label -> Arrays.stream(label.split(",", -1)))
            .map(BidsCommand::subject)
            .collect(Collectors.joining(","));
  }

  private static String subject(String typed) {
    String label = typed.strip().replaceFirst("^sub-", "");
    if (!LABEL.matcher(label).matches()) {
      throw new UsageException(
          "--participant-label: got '%s' where a label of letters and digits is expected, such as 01"
              .formatted(typed));
    }
    return label;
  }

  /** The options that every command has, as they were typed. */
  private List<String> shared() {
    return typed(option -> EVERYWHERE.contains(option.longestName()));
  }

  private static boolean ofThisForm(OptionSpec option) {
    return option.longestName().startsWith("--participant");
  }

  /** Options with their values, as they were typed. */
  private List<String> typed(Predicate<OptionSpec> which) {
    var words = new ArrayList<String>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (which.test(option)) {
        words.add(option.longestName());
        if (option.arity().max() > 0) {
          words.addAll(option.originalStringValues());
        }
      }
    }
    return words;
  }
}
