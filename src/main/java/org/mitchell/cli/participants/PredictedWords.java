package org.mitchell.cli.participants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.AskedWords.Asked;
import org.mitchell.derivatives.PredictionWriter;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.study.Predicting.Predicted;
import org.mitchell.text.Counted;

/** Predictions for people and for programs. */
final class PredictedWords {
  private PredictedWords() {}

  static List<String> lines(Predicted predicted) {
    var lines = new ArrayList<String>();
    for (int p = 0; p < predicted.words().size(); p++) {
      lines.addAll(
          lines(
              predicted.fit(),
              predicted.words().get(p),
              predicted.predictions().get(p),
              predicted.files().get(p)));
    }
    return lines;
  }

  /** What {@code --json} says of each. */
  static List<Map<String, Object>> json(Predicted predicted) {
    var json = new ArrayList<Map<String, Object>>();
    for (int p = 0; p < predicted.words().size(); p++) {
      json.add(
          summary(
              predicted.fit(),
              predicted.words().get(p),
              predicted.predictions().get(p),
              predicted.files().get(p)));
    }
    return json;
  }

  private static List<String> lines(
      SavedFit fit, Asked word, WordPrediction prediction, List<Path> files) {
    var lines = new ArrayList<String>();
    String simulated = fit.simulated() ? " (SIMULATED)" : "";
    lines.add(
        "%s%s, %s%s: predicted by %s"
            .formatted(
                fit.subject(),
                simulated,
                prediction.word(),
                word.asked().equals(word.word()) ? "" : " (for '%s')".formatted(word.asked()),
                PredictionWriter.words(prediction.source())));
    if (prediction.rAll().isPresent()) {
      String selected =
          prediction.rSelected().isPresent()
              ? "%s over the %s, "
                  .formatted(
                      Decimals.decimal(prediction.rSelected().getAsDouble()),
                      fit.options().criterion().inWords(prediction.selectedVoxels()))
              : "";
      lines.add(
          "  r with the observed image: %s%s over all %s"
              .formatted(
                  selected,
                  Decimals.decimal(prediction.rAll().getAsDouble()),
                  Counted.of(prediction.predicted().length, "voxel")));
    }
    if (fit.places().isEmpty()) {
      lines.add("  no voxel coordinates: a table, a row a voxel column");
    }
    files.forEach(file -> lines.add("  " + file));
    return lines;
  }

  private static Map<String, Object> summary(
      SavedFit fit, Asked word, WordPrediction prediction, List<Path> files) {
    var summary = new LinkedHashMap<String, Object>();
    summary.put("subject", fit.subject());
    summary.put("study", fit.study());
    summary.put("simulated", fit.simulated());
    summary.put("word", prediction.word());
    summary.put("asked", word.asked());
    summary.put("featuresFrom", word.features());
    summary.put("trainingWord", prediction.source() != WordPrediction.Source.NEW_WORD);
    summary.put("heldOut", prediction.source() != WordPrediction.Source.TRAINED_ON_THE_WORD);
    summary.put("predictedBy", PredictionWriter.words(prediction.source()));
    summary.put("selectedVoxels", prediction.selectedVoxels());
    summary.put(
        "rSelected",
        prediction.rSelected().isPresent() ? prediction.rSelected().getAsDouble() : null);
    summary.put("rAll", prediction.rAll().isPresent() ? prediction.rAll().getAsDouble() : null);
    summary.put("outputs", files.stream().map(Path::toString).toList());
    return summary;
  }
}
