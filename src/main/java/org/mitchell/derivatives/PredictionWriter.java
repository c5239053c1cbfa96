package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.StatMap;
import org.mitchell.provenance.Provenance;

/** Writes predicted, and where there are any observed, images of words. */
public final class PredictionWriter {
  private final SavedFit fit;
  private final Optional<VoxelPlaces> places;
  private final Provenance provenance;

  /**
   * @param places where the predicted voxels lie: those of the model, or of the responses in their
   *     own order
   */
  public PredictionWriter(SavedFit fit, Optional<VoxelPlaces> places, Provenance provenance) {
    this.fit = fit;
    this.places = places;
    this.provenance = provenance;
  }

  /**
   * Writes the images of all words, or none.
   *
   * @return the files of each word, in the order of the predictions
   */
  public List<List<Path>> write(List<WordPrediction> predictions, Path root, Workers workers)
      throws IOException {
    var sidecar =
        new Sidecar(fit.subject(), fit.study(), fit.simulated(), places, fit.options(), provenance);
    try (var outputs = new OutputSet()) {
      var name = BidsName.of(root, fit.subject(), fit.task(), places.map(p -> p.space().label()));
      var maps = new VoxelFiles(outputs, name, sidecar);
      var labels = WordLabels.in(name.folder());
      var files = new ArrayList<List<Path>>();
      for (WordPrediction prediction : predictions) {
        files.add(add(maps, labels.of(prediction.word()), prediction));
      }
      maps.writeAll(workers);
      outputs.writeText(
          DatasetDescription.file(root),
          DatasetDescription.text(root, List.of(fit.responsesFile()), fit.simulated()));
      outputs.commit();
      return files;
    }
  }

  private static List<Path> add(VoxelFiles maps, String label, WordPrediction prediction) {
    String contrast = "_contrast-" + label;
    var word =
        new MapSidecar.Word(
            Optional.of(prediction.word()),
            Optional.of(words(prediction.source())),
            prediction.rAll(),
            prediction.rSelected(),
            prediction.rSelected().isPresent()
                ? OptionalInt.of(prediction.selectedVoxels())
                : OptionalInt.empty());
    var files = new ArrayList<Path>();
    String image = "image of " + prediction.word() + ", deviation from the mean image";
    StatMap predicted = StatMap.of("response", "Predicted " + image, prediction.predicted());
    files.addAll(maps.add(contrast + "_desc-predicted", predicted, MapSidecar.Details.of(word)));
    if (prediction.observed().isPresent()) {
      StatMap observed = StatMap.of("response", "Observed " + image, prediction.observed().get());
      files.addAll(
          maps.add(
              contrast + "_desc-observed",
              observed,
              MapSidecar.Details.of(MapSidecar.Word.observed(prediction.word()))));
    }
    return files;
  }

  /** In a sentence, which model predicted a word. */
  public static String words(WordPrediction.Source source) {
    return switch (source) {
      case WITHOUT_THE_WORD -> "the model trained without the word";
      case TRAINED_ON_THE_WORD -> "the model of all words, this one included";
      case NEW_WORD -> "the model of all words; this one was not among them";
    };
  }
}
