package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.mitchell.analysis.SharedWords;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.paper.Paper;
import org.mitchell.provenance.Provenance;

/** Reads participants, and says what the user should know of what was read. */
final class ParticipantReader {
  private final CommonOptions common;
  private final ReadOptions options;
  private final Optional<Space> space;
  private final Map<String, String> categories;

  /**
   * @param space the space to name in place of the file's own
   * @param categories words and categories that replace the file's own
   */
  ParticipantReader(
      CommonOptions common,
      ReadOptions options,
      Optional<Space> space,
      Map<String, String> categories) {
    this.common = common;
    this.options = options;
    this.space = space;
    this.categories = categories;
  }

  /**
   * A participant.
   *
   * @param options that give the same responses again
   * @param source the file
   */
  record Participant(Responses responses, ReadOptions options, Provenance.Input source) {}

  Participant read(String label, Path file) throws IOException {
    CompletableFuture<Provenance.Input> hash = inBackground(file);
    Loaded loaded = load(label, file);
    loaded.responses.notes().forEach(note -> common.note(label + ": " + note));
    return new Participant(withCategories(loaded.responses), loaded.options, join(hash));
  }

  /**
   * A participant that was read before, without saying again what there is to know: of several only
   * one is kept in memory.
   */
  Responses again(String label, Path file) throws IOException {
    return withCategories(load(label, file).responses);
  }

  /**
   * The words that a participant and the features have in common; says which are left out.
   *
   * @throws org.mitchell.files.InputException if none are, or some are missing where all are
   *     required
   */
  SharedWords sharedWords(Responses responses, FeatureSpace features, boolean requireAll) {
    SharedWords words = SharedWords.of(responses, features, requireAll);
    String label = responses.participant();
    if (!words.dropped().isEmpty()) {
      common.note(
          "%s: %d word%s left out: %s (--require-all makes that an error)"
              .formatted(
                  label,
                  words.dropped().size(),
                  words.dropped().size() == 1 ? "" : "s",
                  words.listOfDropped()));
    }
    if (!words.responses().balanced()) {
      common.note(
          "%s: words have unequal numbers of presentations: stability uses the first %d of each, images use all"
              .formatted(label, words.responses().commonPresentations()));
    }
    return words;
  }

  /** Responses, and the options that give the same again. */
  private record Loaded(Responses responses, ReadOptions options) {}

  /**
   * Another name of the space leaves the voxels where the file puts them, which only reading it
   * tells.
   */
  private Loaded load(String label, Path file) throws IOException {
    Responses responses = ResponsesReader.read(file, label, options);
    Optional<VoxelGrid> grid = responses.grid();
    if (grid.isEmpty() || space.isEmpty() || space.get().equals(grid.get().space())) {
      return new Loaded(responses, options);
    }
    var place = new GridPlacement(grid.get().affine(), space.get(), Optional.of(grid.get().dims()));
    ReadOptions named = options.at(place);
    return new Loaded(ResponsesReader.read(file, label, named), named);
  }

  /**
   * The user's categories first, then the file's, then the paper's for its own nouns where the file
   * has none at all.
   */
  private Responses withCategories(Responses responses) {
    if (!categories.isEmpty()) {
      return responses.withCategories(categories);
    }
    boolean none = responses.stimuli().stream().noneMatch(Stimulus::hasCategory);
    return none ? responses.withCategories(Paper.categories()) : responses;
  }

  private static CompletableFuture<Provenance.Input> inBackground(Path file) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Provenance.Input.of(file);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  private static Provenance.Input join(CompletableFuture<Provenance.Input> record)
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
