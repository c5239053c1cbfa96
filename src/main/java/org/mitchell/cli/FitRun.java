package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.analysis.SharedWords;
import org.mitchell.derivatives.FitRecord;
import org.mitchell.derivatives.FitWriter;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.provenance.Provenance;

/**
 * Fits one participant from its file to the files of the fit: the road that {@code fit} and {@code
 * demo} share.
 */
final class FitRun {
  private final CommonOptions common;
  private final Workers workers;
  private final List<String> commandLine;

  FitRun(CommonOptions common, Workers workers, List<String> commandLine) {
    this.common = common;
    this.workers = workers;
    this.commandLine = commandLine;
  }

  /** Gives vectors for words. */
  interface Vectors {
    FeatureSpace of(List<String> words) throws IOException;
  }

  /**
   * What to do with a participant.
   *
   * @param space the space to name in place of the file's own
   * @param categories words and categories that replace the file's own
   * @param features what gave the vectors, as the user named it
   * @param otherInputs files beside the responses that had a part
   */
  record Request(
      String label,
      Path file,
      ReadOptions readOptions,
      Optional<Space> space,
      Map<String, String> categories,
      Vectors vectors,
      String features,
      String columns,
      boolean requireAll,
      Function<Responses, EvaluationOptions> options,
      List<Path> otherInputs,
      Path out) {}

  /** What came of it. */
  record Result(ParticipantFit fit, FitWriter.Written written) {
    /** A word to try a prediction with: the paper's, where it was fitted. */
    String exampleWord() {
      List<String> words = fit.model().words();
      return words.contains("celery") ? "celery" : words.get(0);
    }
  }

  Result run(Request request) throws IOException {
    long start = System.nanoTime();
    CompletableFuture<Provenance.Input> hash = inBackground(request.file);
    Loaded loaded = load(request);
    loaded.responses.notes().forEach(note -> common.note(request.label + ": " + note));
    FeatureSpace space = request.vectors.of(loaded.responses.words());
    SharedWords words =
        SharedWords.of(
            withCategories(loaded.responses, request.categories), space, request.requireAll);
    sayDropped(request.label, words);
    Provenance.Input source = join(hash);
    double readSeconds = (System.nanoTime() - start) / 1e9;
    EvaluationOptions options = request.options.apply(words.responses());
    ParticipantFit fit = ParticipantFit.of(words, options, workers, common.progress());
    RidgeWords.warning(fit).ifPresent(warning -> common.note(request.label + ": " + warning));
    var inputs = new ArrayList<Provenance.Input>(List.of(source));
    for (Path other : request.otherInputs) {
      inputs.add(Provenance.Input.of(other));
    }
    var record =
        new FitRecord(
            fit,
            request.file,
            source.sha256(),
            loaded.options,
            request.features,
            request.columns,
            Provenance.of(commandLine, inputs, Map.of()),
            readSeconds);
    return new Result(fit, FitWriter.write(record, request.out, workers));
  }

  /** Responses, and the options that give the same again. */
  private record Loaded(Responses responses, ReadOptions options) {}

  /**
   * Another name of the space leaves the voxels where the file puts them, which only reading it
   * tells.
   */
  private static Loaded load(Request request) throws IOException {
    ReadOptions options = request.readOptions;
    Responses responses = ResponsesReader.read(request.file, request.label, options);
    Optional<VoxelGrid> grid = responses.grid();
    if (grid.isEmpty()
        || request.space.isEmpty()
        || request.space.get().equals(grid.get().space())) {
      return new Loaded(responses, options);
    }
    var place =
        new GridPlacement(grid.get().affine(), request.space.get(), Optional.of(grid.get().dims()));
    var named = new ReadOptions(options.dropNan(), options.coordinates(), Optional.of(place));
    return new Loaded(ResponsesReader.read(request.file, request.label, named), named);
  }

  private void sayDropped(String label, SharedWords words) {
    if (!words.dropped().isEmpty()) {
      common.note(
          "%s: %d word%s left out: %s (--require-all makes that an error)"
              .formatted(
                  label,
                  words.dropped().size(),
                  words.dropped().size() == 1 ? "" : "s",
                  words.listOfDropped()));
    }
    Responses responses = words.responses();
    if (!responses.balanced()) {
      common.note(
          "%s: words have unequal numbers of presentations: stability uses the first %d of each, images use all"
              .formatted(label, responses.commonPresentations()));
    }
  }

  /**
   * The user's categories first, then the file's, then the paper's for its own nouns where the file
   * has none at all.
   */
  private static Responses withCategories(Responses responses, Map<String, String> given) {
    if (!given.isEmpty()) {
      return responses.withCategories(given);
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
