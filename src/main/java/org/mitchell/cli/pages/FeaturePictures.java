package org.mitchell.cli.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.embedding.Embedding;
import org.mitchell.features.embedding.PrincipalComponents;
import org.mitchell.figures.ColourScale;
import org.mitchell.figures.Drawing;
import org.mitchell.figures.HeatMap;
import org.mitchell.figures.Theme;
import org.mitchell.figures.words.WordMap;
import org.mitchell.report.Illustration;
import org.mitchell.text.Counted;

/** A fit's features in a report: its words in a plane, and its design, words x features. */
final class FeaturePictures {
  /** More rows or columns than these show nothing on a page. */
  private static final int MOST_WORDS = 120;

  private static final int MOST_FEATURES = 120;

  private final SavedFit fit;

  private FeaturePictures(SavedFit fit) {
    this.fit = fit;
  }

  static List<Illustration> of(SavedFit fit) {
    var pictures = new FeaturePictures(fit);
    var all = new ArrayList<Illustration>();
    FeatureSpace space = pictures.withDirection();
    try {
      Embedding plane = PrincipalComponents.of(rows(space));
      all.add(pictures.plane(space, plane));
    } catch (IllegalArgumentException e) {
      // Vectors that span no plane have no picture.
    }
    all.add(pictures.design());
    return all;
  }

  /** Of unit length; words whose vector is all zero have no direction. */
  private FeatureSpace withDirection() {
    double[] values = Arrays.stream(fit.rawFeatures()).flatMapToDouble(Arrays::stream).toArray();
    FeatureSpace space =
        new FeatureSpace(
            "features", fit.model().words(), fit.model().featureNames(), values, Map.of());
    List<String> zero = space.zeroWords();
    return space
        .forWords(space.words().stream().filter(word -> !zero.contains(word)).toList())
        .unitLength();
  }

  private static double[][] rows(FeatureSpace space) {
    var rows = new double[space.words().size()][];
    for (int w = 0; w < rows.length; w++) {
      rows[w] = space.row(w);
    }
    return rows;
  }

  private Illustration plane(FeatureSpace space, Embedding plane) {
    var words = new ArrayList<WordMap.Word>();
    for (int w = 0; w < space.words().size(); w++) {
      String word = space.words().get(w);
      double[] point = plane.points()[w];
      words.add(
          new WordMap.Word(word, fit.categories().getOrDefault(word, ""), point[0], point[1]));
    }
    String title =
        "%s in %s, two principal components"
            .formatted(
                Counted.of(space.words().size(), "word"),
                Counted.of(space.features().size(), "feature"));
    return new Illustration(
        Illustration.Place.WORDS,
        "The words by their features (%s): vectors of unit length; %s. Words that lie near each other have like features."
            .formatted(fit.featuresInShort(), plane.remark()),
        title + ".",
        false,
        (theme, narrow) -> new WordMap(title, words, List.of(), plane.remark(), theme).drawing());
  }

  private Illustration design() {
    int words = Math.min(MOST_WORDS, fit.model().words().size());
    int features = Math.min(MOST_FEATURES, fit.model().featureNames().size());
    var values = new double[words * features];
    for (int w = 0; w < words; w++) {
      double[] scaled = fit.model().scaling().apply(fit.rawFeatures()[w]);
      System.arraycopy(scaled, 0, values, w * features, features);
    }
    var space =
        new FeatureSpace(
            "design",
            fit.model().words().subList(0, words),
            fit.model().featureNames().subList(0, features),
            values,
            Map.of());
    String title =
        "Design of %s: %s x %s%s"
            .formatted(
                fit.subject(),
                Counted.of(fit.model().words().size(), "word"),
                Counted.of(fit.model().featureNames().size(), "feature"),
                words < fit.model().words().size() || features < fit.model().featureNames().size()
                    ? ", the first %d x %d".formatted(words, features)
                    : "");
    return new Illustration(
        Illustration.Place.DESIGN,
        "",
        title + ", scaled as the model takes them.",
        false,
        (theme, narrow) -> drawing(space, title, theme));
  }

  private Drawing drawing(FeatureSpace space, String title, Theme theme) {
    ColourScale scale = ColourScale.of(space, Double.POSITIVE_INFINITY);
    ColourScale own =
        scale.low() < 0
            ? new ColourScale(theme.diverging(), scale.low(), scale.high(), false)
            : scale;
    return new HeatMap(space, fit.categories(), title, own, "scaled feature", theme).drawing();
  }
}
