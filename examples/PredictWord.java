import java.nio.file.Path;
import java.util.List;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.features.FeatureTable;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.WordImages;
import org.mitchell.jobs.Workers;

/**
 * Trains a model on all words but one and predicts the image of that word, which the model has
 * never seen.
 */
public final class PredictWord {
  private PredictWord() {}

  public static void main(String[] args) throws Exception {
    Path participant = Path.of(args.length > 0 ? args[0] : "testdata/analysis/data-science-T1.mat");
    Path table = Path.of(args.length > 1 ? args[1] : "testdata/analysis/features_T.csv");

    Responses responses = ResponsesReader.read(participant, "T1", ReadOptions.DEFAULT);
    String unseen = args.length > 2 ? args[2] : responses.words().get(0);
    List<String> training =
        responses.words().stream().filter(word -> !word.equals(unseen)).toList();
    var features = FeatureTable.read(table).space();

    double[][] vectors =
        training.stream().map(word -> features.vector(word).orElseThrow()).toArray(double[][]::new);
    try (var workers = Workers.ofAllProcessors()) {
      WordImages images = WordImages.of(responses.select(training));
      EncodingModel model =
          EncodingModel.fit(
              training, features.features(), vectors, images, EncodingOptions.PAPER, workers);
      float[] predicted = model.predict(features.vector(unseen).orElseThrow());
      System.out.printf(
          "predicted image of %s: %d voxels, first %.3f%n", unseen, predicted.length, predicted[0]);
    }
  }
}
