package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.bids.BidsDataset;
import org.mitchell.bids.BoldOptions;
import org.mitchell.bids.BoldRun;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Workers;
import org.mitchell.study.Listener;
import org.mitchell.study.OneKind;
import org.mitchell.study.ParticipantReader;
import org.mitchell.study.TrialImaging;

/**
 * The participants of a command, wherever they come from: files, images of trials, or runs of a
 * BIDS dataset, of which images of trials are made first.
 */
public final class Participants {
  private final ParticipantOptions options;
  private final BidsOptions bids;
  private final Optional<BoldOptions> bold;
  private final ReadOptions read;
  private final Optional<Space> space;
  private final CommonOptions common;
  private final Path out;
  private Map<String, Path> asked = Map.of();
  private boolean withPlaces;

  /**
   * @param out where images of trials are written
   */
  public Participants(
      ParticipantOptions options,
      BidsOptions bids,
      TableOptions tables,
      CommonOptions common,
      Path out)
      throws IOException {
    this.options = options;
    this.bids = bids;
    this.bold =
        bids.given() ? Optional.of(bids.checked(options.words(tables, common))) : Optional.empty();
    this.space = options.space();
    this.read = options.readOptions(tables, common).ofTask(bids.task());
    this.common = common;
    this.out = out;
  }

  /** The participants, each with its file; of a BIDS dataset with the dataset itself. */
  public Map<String, Path> files() throws IOException {
    Map<String, Path> files = asked();
    if (ofBold()) {
      for (String label : files.keySet()) {
        // All are looked for before the first is read, which may take an hour.
        runs(label, note -> {});
      }
    }
    return files;
  }

  /** Which words of some have features in any of these sources. */
  public static Set<String> known(Collection<FeatureSource> sources, List<String> words)
      throws IOException {
    var known = new HashSet<String>();
    for (FeatureSource source : sources) {
      FeatureSpace space = source.vectors(words);
      words.stream().filter(word -> space.vector(word).isPresent()).forEach(known::add);
    }
    return known;
  }

  /** Whether images of trials are to be made of BOLD runs. */
  public boolean ofBold() {
    return bold.isPresent();
  }

  /** The runs that images of trials would be made of. */
  public List<BoldRun> runs(String label, Consumer<String> said) throws IOException {
    return BidsDataset.runs(bids.query(label, options.spaceLabel()), said);
  }

  /** How images of trials would be made of them. */
  public BoldOptions bold() {
    return bold.orElseThrow();
  }

  /** As {@link #source}, of files that are no BOLD runs, with another to hear what is said. */
  public Source heard(String label, Path file, Map<String, String> categories, Listener listener) {
    return new Source(label, file, new ParticipantReader(listener, read, space, categories));
  }

  /** All files that the responses of a participant are in. */
  public List<Path> files(Path file) {
    return read.files(file);
  }

  /** Those that are asked for, each with its file or the dataset, before runs are looked for. */
  public Map<String, Path> asked() throws IOException {
    if (asked.isEmpty()) {
      asked = ofBold() ? options.of(bids.subjects(), bids.root()) : options.files(common);
    }
    return asked;
  }

  /** Takes the folders of the participants' results for this run. */
  public void takePlaces() throws IOException {
    common.places().takeParticipants(out, asked().keySet());
  }

  /**
   * Takes the folder of results of several participants; where images of trials are made, also
   * those of the participants.
   */
  public void takePlaceOfAll() throws IOException {
    common.places().takeFolder(out);
    if (ofBold()) {
      takePlaces();
    }
  }

  /** Has {@link #readEach} keep where all voxels lie, of each participant. */
  public void keepVoxelPlaces() {
    withPlaces = true;
  }

  /**
   * One that can be read.
   *
   * @param file the responses, or the first of several files
   */
  public record Source(String label, Path file, ParticipantReader reader) {}

  /**
   * One that was read. Of several its responses have one voxel alone: they need not fit into memory
   * together.
   *
   * @param whole whether its responses have all voxels
   * @param places of all voxels, where they are kept and known
   */
  public record Known(
      Source source,
      ParticipantReader.Participant participant,
      boolean whole,
      Optional<VoxelPlaces> places) {
    /** The responses with all voxels, from the participant's file where they were let go. */
    public Responses responses() throws IOException {
      return whole ? participant.responses() : source.reader().again(source.label(), source.file());
    }
  }

  /**
   * All that are asked for, of one kind, with the memory of one.
   *
   * @param sources of features, as in {@link #source}
   * @param task what is computed of each, which its size is to allow
   */
  public List<Known> readEach(
      Collection<FeatureSource> sources,
      Map<String, String> categories,
      ParticipantSize.Task task,
      Workers workers)
      throws IOException {
    return readEach(sources, categories, task, TrialImaging.Requirement.NONE, workers);
  }

  /**
   * As above.
   *
   * @param required of trials that images have yet to be made of, and that all sources know
   */
  public List<Known> readEach(
      Collection<FeatureSource> sources,
      Map<String, String> categories,
      ParticipantSize.Task task,
      TrialImaging.Requirement required,
      Workers workers)
      throws IOException {
    TrialImaging.Requirement ofKnown = shown -> required.of(shown.select(all(sources, shown)));
    var all = new ArrayList<Known>();
    var kind = new OneKind();
    Map<String, Path> files = files();
    boolean whole = files.size() == 1;
    for (var file : files.entrySet()) {
      Source one = source(file.getKey(), file.getValue(), sources, categories, ofKnown, workers);
      ParticipantReader.Participant participant = one.reader().read(one.label(), one.file());
      ParticipantSize.of(participant.responses(), 0).require(one.label(), task);
      all.add(
          new Known(
              one,
              whole ? participant : participant.withOneVoxel(),
              whole,
              withPlaces ? participant.responses().places() : Optional.empty()));
      kind.add(file.getKey(), participant.responses().simulated());
      kind.require();
    }
    return all;
  }

  /** The words that every source has features of. */
  private static List<String> all(Collection<FeatureSource> sources, Responses shown)
      throws IOException {
    var words = new ArrayList<>(shown.words());
    for (FeatureSource source : sources) {
      FeatureSpace space = source.vectors(words);
      words.removeIf(word -> space.vector(word).isEmpty());
    }
    return words;
  }

  /**
   * Makes a participant readable: of a BIDS dataset its images of trials are made and written.
   *
   * @param file one of {@link #files}
   * @param sources of features: events without are of no interest
   * @param categories that replace the file's own
   */
  public Source source(
      String label,
      Path file,
      Collection<FeatureSource> sources,
      Map<String, String> categories,
      Workers workers)
      throws IOException {
    return source(label, file, sources, categories, TrialImaging.Requirement.NONE, workers);
  }

  /**
   * As above.
   *
   * @param required of trials that images have yet to be made of
   */
  public Source source(
      String label,
      Path file,
      Collection<FeatureSource> sources,
      Map<String, String> categories,
      TrialImaging.Requirement required,
      Workers workers)
      throws IOException {
    if (bold.isEmpty()) {
      return new Source(label, file, new ParticipantReader(common, read, space, categories));
    }
    var images =
        new TrialImaging(common, workers, common.commandWords())
            .run(
                bids.query(label, options.spaceLabel()),
                bold.get(),
                words -> known(sources, words),
                required,
                options.centre(),
                options.zscore(),
                out);
    return new Source(
        label,
        images.images().images().get(0),
        new ParticipantReader(
            common,
            read.with(images.images()).ofTask(images.task()),
            Optional.empty(),
            categories));
  }
}
