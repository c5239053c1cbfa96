package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.provenance.Provenance;

/** The responses that a model can be held against: the very file that it was fitted on. */
public final class FittedResponses {
  private FittedResponses() {}

  /**
   * Reads them; nothing when they are no longer where they were at fit, and no other place is
   * given.
   *
   * @param data where they are now; nothing where they were at fit
   * @param inputs the file joins these
   * @throws InputException if the file is another than the one at fit
   */
  public static Optional<Responses> of(
      SavedFit fit, Optional<Path> data, List<Provenance.Input> inputs) throws IOException {
    Path file =
        data.isEmpty()
            ? fit.responsesFile()
            : ParticipantFiles.find(data.get(), fit.subject()).file().path();
    if (data.isEmpty() && !Files.isReadable(file)) {
      return Optional.empty();
    }
    Provenance.Input input = Provenance.Input.of(file);
    if (!input.sha256().equals(fit.responsesSha256())) {
      throw InputException.in(
          file,
          "not the file that %s was fitted on (its SHA-256 differs)".formatted(fit.subject()),
          Remedy.OTHER_RESPONSES);
    }
    inputs.add(input);
    Responses responses = ResponsesReader.read(file, fit.subject(), fit.readOptions());
    fit.requireWords(responses);
    return Optional.of(responses);
  }
}
