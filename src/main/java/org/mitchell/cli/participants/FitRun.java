package org.mitchell.cli.participants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.analysis.SharedWords;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.FewWordsOption;
import org.mitchell.cli.options.ParticipantReader;
import org.mitchell.derivatives.FitRecord;
import org.mitchell.derivatives.FitWriter;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
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
   * @param reader reads it
   * @param features what gave the vectors, as the user named it
   * @param otherInputs files beside the responses that had a part
   */
  record Request(
      String label,
      Path file,
      ParticipantReader reader,
      Vectors vectors,
      String features,
      String columns,
      boolean requireAll,
      FewWordsOption fewWords,
      Function<Responses, EvaluationOptions> options,
      List<Path> otherInputs,
      Path out) {}

  /**
   * What came of it.
   *
   * @param withheld why the accuracy is not given; empty where it is
   */
  record Result(ParticipantFit fit, String withheld, FitWriter.Written written) {
    /** A word to try a prediction with: the paper's, where it was fitted. */
    String exampleWord() {
      List<String> words = fit.model().words();
      return words.contains("celery") ? "celery" : words.get(0);
    }
  }

  Result run(Request request) throws IOException {
    long start = System.nanoTime();
    var participant = request.reader.read(request.label, request.file);
    FeatureSpace space = request.vectors.of(participant.responses().words());
    common.inputs().know(space);
    Scale scale = request.options.apply(participant.responses()).encoding().scale();
    SharedWords words =
        request.reader.sharedWords(participant.responses(), space, scale, request.requireAll);
    double readSeconds = (System.nanoTime() - start) / 1e9;
    EvaluationOptions options = request.options.apply(words.responses());
    ParticipantFit fit = ParticipantFit.of(words, options, workers, common.progress());
    fit.notes().forEach(note -> common.note(request.label + ": " + note));
    RidgeWords.warning(fit).ifPresent(warning -> common.note(request.label + ": " + warning));
    int count = words.responses().words().size();
    String withheld = request.fewWords.withholds(count) ? FewWordsOption.reason(count) : "";
    var inputs = new ArrayList<Provenance.Input>(List.of(participant.source()));
    inputs.addAll(common.inputs().of(request.otherInputs));
    var record =
        new FitRecord(
            fit,
            request.file,
            participant.source().sha256(),
            participant.options(),
            request.features,
            request.columns,
            withheld,
            Provenance.of(commandLine, inputs, Map.of()),
            readSeconds);
    return new Result(fit, withheld, FitWriter.write(record, request.out, workers));
  }
}
