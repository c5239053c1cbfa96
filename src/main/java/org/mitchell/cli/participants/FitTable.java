package org.mitchell.cli.participants;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.analysis.ParticipantFit;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.encoding.Preset;
import org.mitchell.evaluation.LeaveTwoOutResult;
import org.mitchell.evaluation.LeaveTwoOutResult.Score;
import org.mitchell.evaluation.MatchRule;
import org.mitchell.evaluation.Metric;
import org.mitchell.fmri.Responses;
import org.mitchell.paper.PublishedAccuracies;
import org.mitchell.study.Fitting;
import org.mitchell.text.Counted;

/** A fit as lines of text for people. */
final class FitTable {
  private FitTable() {}

  static List<String> lines(Fitting.Result result, String features) {
    ParticipantFit fit = result.fit();
    LeaveTwoOutResult evaluation = fit.evaluation();
    Responses responses = fit.words().responses();
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "Participant %s%s: %s, %s, %s; %s from %s"
            .formatted(
                responses.participant(),
                responses.simulated() ? " (SIMULATED)" : "",
                Counted.of(responses.words().size(), "word"),
                Counted.of(responses.commonPresentations(), "presentation"),
                Counted.of(responses.voxels(), "voxel"),
                Counted.of(fit.model().featureNames().size(), "feature"),
                features));
    lines.add(method(fit));
    lines.add("");
    lines.addAll(result.withheld().isEmpty() ? scores(fit) : List.of("  " + result.withheld()));
    lines.add("");
    lines.add(
        "  r of prediction and observation by voxel: mean %s, highest %s, %s at .28 or more (descriptive)"
            .formatted(
                Decimals.decimal(fit.meanCorrelation()),
                Decimals.decimal(fit.highestCorrelation()),
                Counted.of(fit.voxelsAboveThreshold(), "voxel")));
    if (evaluation.undefinedVoxels() > 0) {
      lines.add(
          "  %s %s constant in some presentation: stability undefined, never selected"
              .formatted(
                  Counted.of(evaluation.undefinedVoxels(), "voxel"),
                  Counted.verb(evaluation.undefinedVoxels(), "is", "are")));
    }
    if (evaluation.rank() < fit.model().featureNames().size()) {
      lines.add(
          "  the %d features have rank %d on these words: coefficients are those of smallest norm"
              .formatted(fit.model().featureNames().size(), evaluation.rank()));
    }
    if (responses.places().isEmpty()) {
      lines.add(
          "  no voxel coordinates: maps are tables, a row a voxel column (--coords FILE gives"
              + " images)");
    }
    lines.add("");
    lines.addAll(files(result.written().outputs()));
    return lines;
  }

  private static List<String> scores(ParticipantFit fit) {
    LeaveTwoOutResult evaluation = fit.evaluation();
    var lines = new ArrayList<String>();
    lines.add(
        "  %-24s %7s %8s  %8s"
            .formatted(
                FitFigures.leftInWords(Optional.of(fit.left().label())),
                "pairs",
                "correct",
                "accuracy"));
    lines.add(row("all pairs", evaluation.all()));
    if (evaluation.categoriesKnown()) {
      lines.add(row("within a category", evaluation.within()));
      lines.add(row("between categories", evaluation.between()));
    }
    lines.addAll(published(fit));
    return lines;
  }

  private static String method(ParticipantFit fit) {
    var options = fit.options();
    var evaluation = fit.evaluation();
    return "preset %s, features %s, ridge %s, %s%s%s; %s form%s"
        .formatted(
            lower(options.encoding().preset()),
            scale(fit),
            RidgeWords.of(fit),
            voxels(fit),
            options.metric() == Metric.COSINE ? "" : ", metric correlation",
            options.match() == MatchRule.SUM ? "" : ", match " + lower(options.match()),
            evaluation.form(),
            evaluation.refittedFolds() == 0
                ? ""
                : ", %s refitted".formatted(Counted.of(evaluation.refittedFolds(), "fold")));
  }

  private static String voxels(ParticipantFit fit) {
    var criterion = fit.options().criterion();
    int selected = fit.evaluation().selectedVoxels();
    if (fit.options().voxels().isEmpty()) {
      return "all voxels a fold";
    }
    return criterion.usual()
        ? criterion.inWords(selected) + " a fold"
        : "%,d voxels a fold %s (%s)".formatted(selected, criterion.inWords(), criterion.label());
  }

  private static String scale(ParticipantFit fit) {
    String scale =
        switch (fit.options().encoding().scale()) {
          case UNIT -> "to unit length";
          case ZSCORE -> "z-scored";
          case NONE -> "unscaled";
        };
    return fit.options().encoding().preset() == Preset.STRICT
        ? scale + ", centred on the training words"
        : scale;
  }

  private static String row(String name, Score score) {
    return "  %-24s %7s %8s  %8s"
        .formatted(
            name,
            "%,d".formatted(score.pairs()),
            Decimals.number(score.correct()),
            Decimals.decimal(score.accuracy()));
  }

  private static List<String> published(ParticipantFit fit) {
    Responses responses = fit.words().responses();
    OptionalDouble published =
        fit.options().match() == MatchRule.SUM
                && fit.left().isPairs()
                && PublishedAccuracies.comparable(
                    responses.participant(),
                    responses.simulated(),
                    responses.words(),
                    fit.words().featureSpace().features())
            ? PublishedAccuracies.of(responses.participant())
            : OptionalDouble.empty();
    if (published.isEmpty()) {
      return List.of();
    }
    return List.of(
        "  %-24s %7s %8s  %8s"
            .formatted(
                "published (2008)",
                "1,770",
                "",
                Decimals.decimal(published.getAsDouble()).substring(0, 3)),
        "  (500 voxels, 1 trillion words; the numbers of participants may not correspond: compare"
            + " means, published "
            + Decimals.decimal(PublishedAccuracies.MEAN).substring(0, 3)
            + ")");
  }

  private static List<String> files(List<Path> outputs) {
    var lines = new ArrayList<String>();
    lines.add("  wrote %s; open first:".formatted(Counted.of(outputs.size(), "file")));
    for (Path output : outputs) {
      String name = output.getFileName().toString();
      if (name.contains("_stat-r_")
          || name.endsWith("_evaluation.json")
          || name.contains("_desc-signatures_")) {
        lines.add("    " + output);
      }
    }
    return lines;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
