package org.mitchell.cli.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.analysis.SharedWords;
import org.mitchell.analysis.comparison.Comparison;
import org.mitchell.analysis.comparison.Contender;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.ParticipantOptions;
import org.mitchell.cli.options.Participants;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;
import org.mitchell.study.ParticipantReader;
import org.mitchell.study.RivalSpaces;
import org.mitchell.study.TrialImaging;

/**
 * Feature spaces on the same participants and words, of whom one is held at a time.
 *
 * @param rivals the spaces with the words that all have
 * @param known the participants; of several each has one voxel
 */
record SpacesOfParticipants(RivalSpaces.Rivals rivals, List<Participants.Known> known)
    implements Comparison.Participants {
  /**
   * Opens the spaces, then reads every participant once.
   *
   * @param categories of words, that replace those of the participants' files
   * @param baseline whether the category of the words is one more space
   * @param task what is computed of each participant, which its size is to allow
   * @param required of trials before images are made of them
   */
  static SpacesOfParticipants read(
      RivalSpaces spaces,
      List<RivalSpaces.Named> named,
      Participants participants,
      Map<String, String> categories,
      boolean baseline,
      ParticipantSize.Task task,
      TrialImaging.Requirement required,
      Workers workers)
      throws IOException {
    List<RivalSpaces.Opened> opened = spaces.open(named);
    List<Participants.Known> known =
        participants.readEach(
            opened.stream().map(RivalSpaces.Opened::source).toList(),
            categories,
            task,
            required,
            workers);
    List<ParticipantReader.Participant> read =
        known.stream().map(Participants.Known::participant).toList();
    return new SpacesOfParticipants(spaces.of(opened, read, baseline), known);
  }

  List<Contender> contenders() {
    return rivals.contenders();
  }

  @Override
  public List<SharedWords> of(int number) throws IOException {
    return rivals.of(number, known.get(number).responses());
  }

  boolean simulated() {
    return known.stream().anyMatch(one -> one.participant().responses().simulated());
  }

  /** The first file of every participant. */
  List<Path> sources() {
    return known.stream().map(one -> Path.of(one.participant().sources().get(0).path())).toList();
  }

  /**
   * All files that figures rest on: the participants', then the others.
   *
   * @param spaces of features
   * @param others that options name
   */
  List<Provenance.Input> inputs(
      CommonOptions common,
      List<RivalSpaces.Named> spaces,
      ParticipantOptions participants,
      List<Path> others)
      throws IOException {
    var inputs = new ArrayList<Provenance.Input>();
    known.forEach(one -> inputs.addAll(one.participant().sources()));
    List<Path> files =
        Stream.of(
                spaces.stream().flatMap(space -> space.choice().files().stream()),
                participants.otherFiles().stream(),
                others.stream())
            .flatMap(all -> all)
            .distinct()
            .toList();
    inputs.addAll(common.inputs().of(files));
    return inputs;
  }
}
