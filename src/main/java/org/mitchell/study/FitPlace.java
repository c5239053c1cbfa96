package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.provenance.Provenance;

/**
 * Where fits are, and the responses that they were made of.
 *
 * @param model the folder of the fits
 * @param data where the responses are now; nothing where they were at fit
 */
public record FitPlace(Path model, Optional<Path> data) {
  /** A participant's fit and responses; see {@link FittedParticipant#read}. */
  public FittedParticipant read(String subject, List<Provenance.Input> inputs) throws IOException {
    return FittedParticipant.read(subject, model, data, inputs);
  }
}
