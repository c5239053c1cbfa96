package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.InputException;
import org.mitchell.provenance.TypedCommand;

/** The participants of a folder of fits, as {@code --subject} names them. */
public final class FittedSubjects {
  /** Every participant that is fitted. */
  public static final String ALL = "all";

  private FittedSubjects() {}

  /**
   * @param subject labels as they were typed, or {@link #ALL}
   * @param model the folder of the fits
   * @throws InputException if all are wanted and none is fitted
   */
  public static List<String> of(String subject, Path model) throws IOException {
    if (!subject.equals(ALL)) {
      return SubjectLabels.parse(subject, model);
    }
    List<String> fitted = SavedFit.subjects(model);
    if (fitted.isEmpty()) {
      throw InputException.in(
          model,
          "no participant has been fitted here. Fit one first: "
              + TypedCommand.mitchell("fit", "--subject", "P1"));
    }
    return fitted;
  }
}
