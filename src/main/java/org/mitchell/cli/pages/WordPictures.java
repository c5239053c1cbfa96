package org.mitchell.cli.pages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.mitchell.analysis.WordPrediction;
import org.mitchell.analysis.WordSimilarities;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.SimilarityMatrix;
import org.mitchell.figures.Theme;
import org.mitchell.figures.brain.ColumnImages;
import org.mitchell.figures.brain.Cut;
import org.mitchell.figures.brain.MapLabels;
import org.mitchell.figures.brain.PictureStyle;
import org.mitchell.figures.brain.View;
import org.mitchell.files.InputException;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Workers;
import org.mitchell.report.Illustration;
import org.mitchell.study.FitPlace;
import org.mitchell.study.ShownWords;
import org.mitchell.text.Counted;

/**
 * The pictures of words in a report: the paper's figure 2, similarities, the words in a plane, the
 * design.
 */
final class WordPictures {
  /** Two brains beside each other, with letters that are read on a screen of 360 pixels. */
  private static final OptionalInt NARROW = OptionalInt.of(430);

  /** Of a matrix of words, in pixels: three stand side by side. */
  private static final int CELLS = 240;

  private final List<Illustration> pictures = new ArrayList<>();
  private final List<String> without = new ArrayList<>();
  private final List<ShownWords> alike = new ArrayList<>();
  private final Optional<Path> background;

  private WordPictures(Optional<Path> background) {
    this.background = background;
  }

  /**
   * What was drawn.
   *
   * @param pictures in the order of the report
   * @param without who has no such pictures, each with why
   */
  record Made(List<Illustration> pictures, List<String> without) {}

  /**
   * Reads the responses of one participant after the other.
   *
   * @throws InputException if responses are looked for where somebody said, and are not there
   */
  static Made of(List<String> subjects, FitPlace place, Optional<Path> background, Workers workers)
      throws IOException {
    var pictures = new WordPictures(background);
    for (String subject : subjects) {
      pictures.add(subject, place, workers);
    }
    pictures.addSimilarities();
    SavedFit first = SavedFit.read(place.model(), subjects.get(0));
    FeaturePictures.of(first).forEach(pictures.pictures::add);
    return new Made(List.copyOf(pictures.pictures), List.copyOf(pictures.without));
  }

  private void add(String subject, FitPlace place, Workers workers) throws IOException {
    ShownWords shown;
    try {
      shown = ShownWords.read(subject, place, workers);
    } catch (InputException e) {
      if (place.data().isPresent()) {
        throw e;
      }
      without.add(subject + " (" + e.getMessage().lines().findFirst().orElse("") + ")");
      return;
    }
    shown.grid().ifPresent(grid -> pictures.add(examples(shown, grid)));
    boolean same =
        alike.isEmpty() || alike.get(0).fit().model().words().equals(shown.fit().model().words());
    if (same) {
      alike.add(shown);
    }
  }

  private Illustration examples(ShownWords shown, VoxelGrid grid) {
    SavedFit fit = shown.fit();
    List<String> words = shown.examples().stream().map(WordPrediction::word).toList();
    var agreements = new ArrayList<String>();
    for (WordPrediction one : shown.examples()) {
      agreements.add(one.word() + " " + Decimals.decimal(one.rAll().orElse(Double.NaN)));
    }
    String what = String.join(" and ", words);
    return new Illustration(
        Illustration.Place.WORDS,
        "%s: %s, each predicted by a model that was trained without it, beside the observed image. r over all voxels: %s. The slice has the strongest predictions."
            .formatted(fit.subject(), what, String.join(", ", agreements)),
        "%s: predicted and observed images of %s in one axial slice."
            .formatted(fit.subject(), what),
        true,
        (theme, narrow) -> images(shown, grid, theme, narrow));
  }

  private Drawing images(ShownWords shown, VoxelGrid grid, Theme theme, boolean narrow) {
    SavedFit fit = shown.fit();
    var images = new ArrayList<ColumnImages.Image>();
    for (WordPrediction one : shown.examples()) {
      images.add(new ColumnImages.Image(one.word() + ", predicted", one.predicted()));
      one.observed()
          .ifPresent(seen -> images.add(new ColumnImages.Image(one.word() + ", observed", seen)));
    }
    String title = fit.subject() + ": predicted without the word, and observed";
    var labels =
        new MapLabels(
            "model of " + fit.subject(),
            fit.subject(),
            title,
            "response",
            MapLabels.Kind.OTHER,
            "",
            grid.space().label(),
            grid.space().xformCode(),
            fit.simulated(),
            fit.settings());
    var style = new PictureStyle(theme, narrow ? NARROW : OptionalInt.empty(), title, "response");
    var cut = new Cut(View.AXIAL, strongest(shown, grid));
    var plain = new ColumnImages(images, grid, cut, labels, Optional.empty(), style);
    return over(plain).drawing();
  }

  /** On the anatomy, where it lies where this participant's voxels do. */
  private ColumnImages over(ColumnImages plain) {
    if (background.isEmpty()) {
      return plain;
    }
    try {
      return plain.over(background.get());
    } catch (IOException | InputException e) {
      return plain;
    }
  }

  /** The height in mm of the layer of voxels whose predicted images have the largest squares. */
  private static double strongest(ShownWords shown, VoxelGrid grid) {
    double[] row = grid.affine().matrix()[2];
    double layer = Arrays.stream(row, 0, 3).map(Math::abs).max().orElseThrow();
    var sums = new TreeMap<Long, Double>();
    for (int column = 0; column < grid.columns(); column++) {
      long at = Math.round((grid.mm(column)[2] - row[3]) / layer);
      for (WordPrediction one : shown.examples()) {
        sums.merge(at, Math.pow(one.predicted()[column], 2), Double::sum);
      }
    }
    long best = sums.firstKey();
    for (Map.Entry<Long, Double> one : sums.entrySet()) {
      best = one.getValue() > sums.get(best) ? one.getKey() : best;
    }
    return row[3] + best * layer;
  }

  private void addSimilarities() {
    if (alike.isEmpty() || alike.get(0).fit().model().words().size() < 3) {
      return;
    }
    List<WordSimilarities> all = alike.stream().map(ShownWords::similarities).toList();
    double[][] features = mean(all.stream().map(WordSimilarities::features).toList());
    double[][] predicted = mean(all.stream().map(WordSimilarities::predicted).toList());
    double[][] observed = mean(all.stream().map(WordSimilarities::observed).toList());
    String who =
        alike.size() == 1
            ? alike.get(0).fit().subject()
            : "mean of " + Counted.of(alike.size(), "participant");
    pictures.add(
        new Illustration(
            Illustration.Place.WORDS,
            "%s: how alike words are (cosine), by features, by predicted and by observed images. Over pairs of words, r with the observed: features %s, predicted images %s."
                .formatted(
                    who,
                    Decimals.decimal(WordSimilarities.agreement(features, observed)),
                    Decimals.decimal(WordSimilarities.agreement(predicted, observed))),
            "Similarity of words by features, predicted images and observed images, words by"
                + " words.",
            true,
            (theme, narrow) -> {
              Drawing one = matrix("features", features, theme);
              Drawing two = matrix("images predicted without the word", predicted, theme);
              Drawing three = matrix("observed images", observed, theme);
              return narrow ? one.above(two).above(three) : one.beside(two).beside(three);
            }));
  }

  private Drawing matrix(String of, double[][] values, Theme theme) {
    SavedFit fit = alike.get(0).fit();
    return new SimilarityMatrix(
            of + (fit.simulated() ? " (SIMULATED)" : ""),
            fit.model().words(),
            fit.categories(),
            values,
            theme)
        .small(CELLS);
  }

  private static double[][] mean(List<double[][]> matrices) {
    int words = matrices.get(0).length;
    var mean = new double[words][words];
    for (double[][] one : matrices) {
      for (int i = 0; i < words; i++) {
        for (int j = 0; j < words; j++) {
          mean[i][j] += one[i][j] / matrices.size();
        }
      }
    }
    return mean;
  }
}
