package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.data.Subjects;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.InputException;
import picocli.CommandLine.Option;

/** Which fitted participants, and where their fits and responses are. */
final class FittedOptions {
  private static final String ALL = "all";

  @Option(
      names = "--subject",
      paramLabel = "LABEL",
      description =
          "participant, or several: P1,P2 or P1..P9 or all (default: all that are fitted)")
  private String subject = ALL;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "where fits are read (default: ${DEFAULT-VALUE})")
  private Path model = FitCommand.DERIVATIVES;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where results go (default: as --model)")
  private Path out;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "the participants' responses, where they are now (default: where they were)")
  private Path data;

  /** The folder of the fits. */
  Path model() {
    return model;
  }

  Path out() {
    return out == null ? model : out;
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /**
   * The labels of the participants.
   *
   * @throws InputException if all are wanted and none is fitted
   */
  List<String> subjects() throws IOException {
    if (!subject.equals(ALL)) {
      return Subjects.parse(subject, model);
    }
    List<String> fitted = SavedFit.subjects(model);
    if (fitted.isEmpty()) {
      throw InputException.in(
          model, "no participant has been fitted here. Fit one first: mitchell fit --subject P1");
    }
    return fitted;
  }
}
