package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.provenance.Provenance;
import org.mitchell.study.FitPlace;
import org.mitchell.study.FittedParticipant;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where fits are, and the responses that they were made of. */
public final class FitPlaceOptions {
  /** Where fits go, and are looked for, by default. */
  public static final Path DERIVATIVES = Path.of("derivatives", "mitchell");

  @Mixin private ModelFolder model;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "the participants' responses, where they are now (default: where they were)")
  private Path data;

  /** The folder of the fits. */
  public Path model() {
    return model.path();
  }

  public Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  public FitPlace place() {
    return new FitPlace(model.path(), data());
  }

  /** A participant's fit and responses; see {@link FittedParticipant#read}. */
  public FittedParticipant read(String subject, List<Provenance.Input> inputs) throws IOException {
    return place().read(subject, inputs);
  }
}
