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

/** Which fitted participants, and where their fits and responses are. */
public final class FittedOptions {
  @Mixin private FittedSubjectsOption subjects;

  @Mixin private FitPlaceOptions place;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where results go (default: as --model)")
  private Path out;

  /** The folder of the fits. */
  public Path model() {
    return place.model();
  }

  public Path out() {
    return out == null ? place.model() : out;
  }

  public Optional<Path> data() {
    return place.data();
  }

  /** A participant's fit and responses; see {@link FittedParticipant#read}. */
  public FittedParticipant read(String subject, List<Provenance.Input> inputs) throws IOException {
    return place.read(subject, inputs);
  }

  public FitPlace place() {
    return place.place();
  }

  /** Takes the folders of the participants' results for this run. */
  public void takePlaces(CommonOptions common) throws IOException {
    common.places().takeParticipants(out(), subjects());
  }

  /** The labels of the participants. */
  public List<String> subjects() throws IOException {
    return subjects.in(place.model());
  }
}
