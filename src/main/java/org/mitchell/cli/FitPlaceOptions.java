package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.provenance.Provenance;
import picocli.CommandLine.Option;

/** Where fits are, and the responses that they were made of. */
final class FitPlaceOptions {
  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "where fits are read (default: ${DEFAULT-VALUE})")
  private Path model = FitCommand.DERIVATIVES;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "the participants' responses, where they are now (default: where they were)")
  private Path data;

  /** The folder of the fits. */
  Path model() {
    return model;
  }

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** A participant's fit and responses; see {@link FittedParticipant#read}. */
  FittedParticipant read(String subject, List<Provenance.Input> inputs) throws IOException {
    return FittedParticipant.read(subject, model, data(), inputs);
  }
}
