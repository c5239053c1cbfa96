package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mitchell.analysis.WordSimilarities;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.text.Decimals;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.SimilarityMatrix;
import org.mitchell.jobs.Workers;
import org.mitchell.study.FittedParticipant;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mitchell figure similarity}: how alike words are, words x words. */
@Command(
    name = "similarity",
    description =
        "Draw how alike the words of a fit are, words x words: by their features, by the images"
            + " that are predicted of them when they are held out, and by the observed images.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureSimilarityCommand implements Callable<Integer> {
  /** What words are compared by. */
  enum Of {
    FEATURES,
    PREDICTED,
    OBSERVED
  }

  @Option(
      names = "--of",
      paramLabel = "WHAT,...",
      split = ",",
      hideParamSyntax = true,
      description = "one or several of ${COMPLETION-CANDIDATES}, side by side (default: all three)")
  private List<Of> of = List.of(Of.values());

  @Mixin private FitPictureOptions figure;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    figure.picture().check(List.of(), common);
    var fitted = figure.read();
    WordSimilarities similarities;
    try (Workers workers = common.workers()) {
      similarities = WordSimilarities.of(fitted.input(), fitted.fit().model().scaling(), workers);
    }
    Drawing drawing =
        of.stream()
            .distinct()
            .map(one -> matrix(one, fitted, similarities).drawing())
            .reduce(Drawing::beside)
            .orElseThrow();
    report(similarities, figure.picture().write(drawing, common));
    return 0;
  }

  private SimilarityMatrix matrix(
      Of what, FittedParticipant fitted, WordSimilarities similarities) {
    String simulated = fitted.fit().simulated() ? " (SIMULATED)" : "";
    String title =
        switch (what) {
          case FEATURES -> "%s%s: features".formatted(figure.subject(), simulated);
          case PREDICTED ->
              "%s%s: images predicted without the word, %s"
                  .formatted(
                      figure.subject(), simulated, Counted.of(similarities.voxels(), "voxel"));
          case OBSERVED ->
              "%s%s: observed images, %s"
                  .formatted(
                      figure.subject(), simulated, Counted.of(similarities.voxels(), "voxel"));
        };
    double[][] values =
        switch (what) {
          case FEATURES -> similarities.features();
          case PREDICTED -> similarities.predicted();
          case OBSERVED -> similarities.observed();
        };
    return new SimilarityMatrix(
        figure.picture().title(title),
        fitted.input().responses().words(),
        fitted.fit().categories(),
        values,
        figure.picture().theme());
  }

  private void report(WordSimilarities similarities, Path out) {
    double features = WordSimilarities.agreement(similarities.features(), similarities.observed());
    double predicted =
        WordSimilarities.agreement(similarities.predicted(), similarities.observed());
    common.print(
        "%s: over pairs of words, r with the similarity of observed images: features %s, predicted images %s"
            .formatted(figure.subject(), Decimals.decimal(features), Decimals.decimal(predicted)));
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("subject", figure.subject());
    json.put("of", of.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
    json.put("voxels", similarities.voxels());
    json.put("rFeaturesObserved", features);
    json.put("rPredictedObserved", predicted);
    json.put("outputs", List.of(out.toString()));
    common.printJson(json);
  }
}
