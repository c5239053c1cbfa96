package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.mitchell.analysis.SharedWords;
import org.mitchell.encoding.Scale;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.images.ImageInspection;
import org.mitchell.images.ParticipantImages;
import org.mitchell.paper.Paper;
import org.mitchell.paper.PublishedAccuracies;
import org.mitchell.provenance.Provenance;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import org.mitchell.words.WordMatch;

/** Reads participants, and says what the user should know of what was read. */
public final class ParticipantReader {
  private final Listener listener;
  private final ReadOptions options;
  private final Optional<Space> space;
  private final Map<String, String> categories;

  /**
   * @param space the space to name in place of the file's own
   * @param categories words and categories that replace the file's own
   */
  public ParticipantReader(
      Listener listener,
      ReadOptions options,
      Optional<Space> space,
      Map<String, String> categories) {
    this.listener = listener;
    this.options = options;
    this.space = space;
    this.categories = categories;
  }

  /**
   * A participant.
   *
   * @param options that give the same responses again
   * @param sources the files: of labelled images the images, then the labels and the mask
   */
  public record Participant(
      Responses responses, ReadOptions options, List<Provenance.Input> sources) {
    /** What tells these files from others. */
    public String sha256() {
      return InputRecords.sha256(sources);
    }

    /**
     * The same words, of one voxel: what has to be known of a participant before it is read again.
     */
    public Participant withOneVoxel() {
      return new Participant(responses.selectVoxels(new int[] {0}), options, sources);
    }
  }

  public Participant read(String label, Path file) throws IOException {
    CompletableFuture<List<Provenance.Input>> hashes = inBackground(options.files(file));
    Loaded loaded = load(label, file);
    loaded.responses.notes().forEach(note -> listener.note(label + ": " + note));
    sayOfWhom(loaded.responses);
    return new Participant(withCategories(loaded.responses), loaded.options, join(hashes));
  }

  /**
   * A participant that was read before, without saying again what there is to know: of several only
   * one is kept in memory.
   */
  public Responses again(String label, Path file) throws IOException {
    return withCategories(load(label, file).responses);
  }

  /**
   * Looks at the files of labelled images, each by itself, where reading them ended with an error.
   *
   * @param problems takes all that is wrong
   * @return what is known all the same; nothing of files of another kind
   */
  public Optional<ImageInspection.Seen> inspect(Consumer<InputException> problems)
      throws IOException {
    return options.images().isEmpty()
        ? Optional.empty()
        : Optional.of(ImageInspection.of(options, problems));
  }

  /**
   * The words that a participant and the features have in common; says which are left out, and
   * which the features spell otherwise.
   *
   * @throws org.mitchell.files.InputException if none are, or some are missing where all are
   *     required
   */
  public SharedWords sharedWords(
      Responses responses, FeatureSpace features, Scale scale, boolean requireAll) {
    SharedWords words = SharedWords.of(responses, features, scale, requireAll);
    say(words);
    if (!words.responses().balanced()) {
      listener.note(
          "%s: words have unequal numbers of presentations: stability uses the first %d of each, images use all"
              .formatted(responses.participant(), words.responses().commonPresentations()));
    }
    return words;
  }

  /** Says which words are left out, and which the features spell otherwise. */
  private void say(SharedWords words) {
    String label = words.responses().participant();
    int left = words.responses().words().size();
    int dropped = words.dropped().size();
    if (dropped > 0) {
      listener.note(
          "%s%s: %s left out%s: %s"
              .formatted(
                  words.mostDropped() ? "WARNING: " : "",
                  label,
                  Counted.of(dropped, "word"),
                  words.mostDropped()
                      ? " of %d, most of them, and %d used".formatted(dropped + left, left)
                      : "",
                  words.listOfDropped()),
          Remedy.NOTHING_LEFT_OUT);
    }
    FoundWords.spellings(words.featureSpace())
        .ifPresent(said -> listener.note("%s: %s".formatted(label, said)));
  }

  /** The paper's study had nine participants: others that name it are of somewhere else. */
  private void sayOfWhom(Responses responses) {
    boolean papers = PublishedAccuracies.of(responses.participant()).isPresent();
    if (responses.study().equalsIgnoreCase(Paper.STUDY) && !papers && !responses.simulated()) {
      listener.note(
          "%s: the file gives its study as '%s', that of P1 to P9: it may be simulated without saying so, and no published figure stands beside it"
              .formatted(responses.participant(), responses.study()));
    }
  }

  /** Responses, and the options that give the same again. */
  private record Loaded(Responses responses, ReadOptions options) {}

  /**
   * Another name of the space leaves the voxels where the file puts them, which only reading it
   * tells.
   */
  private Loaded load(String label, Path file) throws IOException {
    if (options.images().isPresent()) {
      ReadOptions named = space.map(options::in).orElse(options);
      return new Loaded(ParticipantImages.read(file, label, named), named);
    }
    Responses responses = ParticipantImages.read(file, label, options);
    Optional<VoxelGrid> grid = responses.grid();
    if (grid.isEmpty() || space.isEmpty() || space.get().equals(grid.get().space())) {
      return new Loaded(responses, options);
    }
    var place = new GridPlacement(grid.get().affine(), space.get(), Optional.of(grid.get().dims()));
    ReadOptions named = options.at(place);
    return new Loaded(ParticipantImages.read(file, label, named), named);
  }

  /**
   * The user's categories first, then the file's, then the paper's for its own nouns where the file
   * has none at all.
   */
  private Responses withCategories(Responses responses) {
    boolean none = responses.stimuli().stream().noneMatch(Stimulus::hasCategory);
    if (categories.isEmpty() && !none) {
      return responses;
    }
    Map<String, String> table = categories.isEmpty() ? Paper.categories() : categories;
    var index = WordIndex.of("the categories", table.keySet());
    List<WordMatch> found =
        responses.words().stream().map(index::find).flatMap(Optional::stream).toList();
    FoundWords.say(listener, FoundWords.otherwise(responses.participant() + ": categories", found));
    return responses.withCategories(table);
  }

  private static CompletableFuture<List<Provenance.Input>> inBackground(List<Path> files) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return InputRecords.read(files);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static List<Provenance.Input> join(CompletableFuture<List<Provenance.Input>> record)
      throws IOException {
    try {
      return record.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
