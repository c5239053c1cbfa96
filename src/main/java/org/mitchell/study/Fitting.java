package org.mitchell.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.mitchell.analysis.LeftOut;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.analysis.ParticipantSize;
import org.mitchell.analysis.SharedWords;
import org.mitchell.derivatives.FitRecord;
import org.mitchell.derivatives.FitWriter;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.Provenance;

/** Fits one participant, from its file to the files of the fit. */
public final class Fitting {
  private final Listener listener;
  private final Workers workers;
  private final List<String> commandLine;

  public Fitting(Listener listener, Workers workers, List<String> commandLine) {
    this.listener = listener;
    this.workers = workers;
    this.commandLine = commandLine;
  }

  /**
   * What to do with a participant.
   *
   * @param reader reads it
   * @param features gives vectors for words
   * @param choice what they are, as the user named them
   * @param withheld why no accuracy is given of a number of words; nothing where it is
   * @param scale of the features
   * @param options of the responses that have features
   * @param left what the cross-validation leaves out
   * @param otherInputs files beside the responses that had a part
   */
  public record Request(
      String label,
      Path file,
      ParticipantReader reader,
      FeatureSource features,
      FeatureChoice choice,
      boolean requireAll,
      IntFunction<Optional<String>> withheld,
      Scale scale,
      Function<Responses, EvaluationOptions> options,
      LeftOut left,
      List<Path> otherInputs,
      Path out) {}

  /**
   * What came of it.
   *
   * @param withheld why the accuracy is not given; empty where it is
   */
  public record Result(ParticipantFit fit, String withheld, FitWriter.Written written) {
    /** A word to try a prediction with: the paper's, where it was fitted. */
    public String exampleWord() {
      List<String> words = fit.model().words();
      return words.contains("celery") ? "celery" : words.get(0);
    }
  }

  public Result run(Request request) throws IOException {
    long start = System.nanoTime();
    var participant = request.reader.read(request.label, request.file);
    FeatureSpace space = request.features.vectors(participant.responses().words());
    listener.inputs().know(space);
    Scale scale = request.scale;
    SharedWords words =
        request.reader.sharedWords(participant.responses(), space, scale, request.requireAll);
    EvaluationOptions options = request.options.apply(words.responses());
    ParticipantSize.of(words.responses(), space.features().size())
        .require(request.label, ParticipantSize.Task.fit(options.encoding()));
    double readSeconds = (System.nanoTime() - start) / 1e9;
    ParticipantFit fit =
        ParticipantFit.of(words, options, request.left, workers, listener.progress());
    fit.notes().forEach(note -> listener.note(request.label + ": " + note));
    String withheld = request.withheld.apply(words.responses().words().size()).orElse("");
    var inputs = new ArrayList<Provenance.Input>(participant.sources());
    inputs.addAll(listener.inputs().of(request.otherInputs));
    var record =
        new FitRecord(
            fit,
            request.file,
            participant.sha256(),
            participant.options(),
            request.choice,
            withheld,
            Provenance.of(commandLine, inputs, Map.of()),
            readSeconds);
    return new Result(fit, withheld, FitWriter.write(record, request.out, workers));
  }
}
