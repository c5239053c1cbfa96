package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which fitted participants; all, if nothing is said. */
public final class FittedSubjectsOption {
  @Option(
      names = "--subject",
      paramLabel = "LABEL",
      description =
          "participant, or several: P1,P2 or P1..P9 or all (default: all that are fitted)")
  private String subject = FittedSubjects.ALL;

  /**
   * Their labels; see {@link FittedSubjects#of}.
   *
   * @param model the folder of the fits
   */
  public List<String> in(Path model) throws IOException {
    return FittedSubjects.of(subject, model);
  }
}
