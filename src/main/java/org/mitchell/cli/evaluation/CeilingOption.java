package org.mitchell.cli.evaluation;

import java.nio.file.Path;
import java.util.List;
import org.mitchell.cli.options.UsageException;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.schemes.ListSplitting;
import org.mitchell.evaluation.schemes.Scheme;
import picocli.CommandLine.Option;

/** What an accuracy is held against, beside chance. */
final class CeilingOption {
  private static final String PRESENTATIONS = "presentations";
  private static final String PARTICIPANTS = "participants";

  @Option(
      names = "--ceiling",
      arity = "0..1",
      split = ",",
      paramLabel = "OF",
      fallbackValue = PRESENTATIONS,
      description =
          "also: what could be reached at best, and what share of it the model reaches, by"
              + " presentations, half of a word's as the prediction of the other half, or by"
              + " participants, the mean image of the others; or both (default without OF:"
              + " presentations)")
  private List<String> wanted = List.of();

  boolean asked() {
    return !wanted.isEmpty();
  }

  boolean ofPresentations() {
    return wants(PRESENTATIONS);
  }

  boolean ofParticipants() {
    return wants(PARTICIPANTS);
  }

  private boolean wants(String of) {
    return wanted.stream().anyMatch(of::equalsIgnoreCase);
  }

  /** Before anything is read, so that a slip is said at once. */
  void require(ChosenScheme scheme, MatchRule match, List<Path> candidates) {
    if (!asked()) {
      return;
    }
    for (String one : wanted) {
      if (!one.equalsIgnoreCase(PRESENTATIONS) && !one.equalsIgnoreCase(PARTICIPANTS)) {
        throw new UsageException(
            "--ceiling: got '%s' where presentations or participants is expected".formatted(one));
      }
    }
    boolean ofTrials =
        scheme.splitting().stream()
            .anyMatch(s -> s == Scheme.PRESENTATIONS || s == ListSplitting.RUN);
    if (ofTrials) {
      throw new UsageException(
          "--ceiling: goes with folds that leave words out, and these leave out presentations");
    }
    if (match != MatchRule.SUM) {
      throw new UsageException("--ceiling: goes with --match sum, whose chance is one half");
    }
    if (!candidates.isEmpty()) {
      throw new UsageException(
          "--ceiling: ranks a word among the participant's own, and there are no images of other"
              + " --candidates");
    }
  }
}
