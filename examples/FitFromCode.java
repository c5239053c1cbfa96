import java.nio.file.Path;
import java.util.OptionalInt;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.analysis.SharedWords;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Preset;
import org.mitchell.encoding.Scale;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Fits a participant from code, at a ridge penalty of 0.5 and with 15 voxels a fold, and prints the
 * accuracy.
 */
public final class FitFromCode {
  private FitFromCode() {}

  public static void main(String[] args) throws Exception {
    Path participant = Path.of(args.length > 0 ? args[0] : "testdata/analysis/data-science-T1.mat");
    Path table = Path.of(args.length > 1 ? args[1] : "testdata/analysis/features_T.csv");

    Responses responses = ResponsesReader.read(participant, "T1", ReadOptions.DEFAULT);
    var features = FeatureTable.read(table).vectors(responses.words());
    SharedWords words = SharedWords.of(responses, features, false);

    var encoding = new EncodingOptions(Preset.PAPER, Scale.UNIT, 0.5);
    var options = new EvaluationOptions(encoding, OptionalInt.of(15), Metric.COSINE, MatchRule.SUM);
    try (var workers = Workers.ofAllProcessors()) {
      ParticipantFit fit = ParticipantFit.of(words, options, workers, Progress.NONE);
      var all = fit.evaluation().all();
      System.out.printf("%d words, %d voxels%n", responses.words().size(), responses.voxels());
      System.out.printf("%.0f of %d pairs right%n", all.correct(), all.pairs());
    }
  }
}
