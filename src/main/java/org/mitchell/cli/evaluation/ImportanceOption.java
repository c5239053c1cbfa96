package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mitchell.analysis.FeatureImportance;
import org.mitchell.analysis.ParticipantEvaluation;
import org.mitchell.cli.options.ModelOptions;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.Decimals;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.text.Counted;
import picocli.CommandLine.Option;

/** What each feature is worth. */
final class ImportanceOption {
  private static final int MOST_SHOWN = 10;

  @Option(
      names = "--importance",
      arity = "0..1",
      paramLabel = "N",
      fallbackValue = "" + FeatureImportance.USUAL_PERMUTATIONS,
      description =
          "also: how much the accuracy drops when one feature's values are exchanged between words,"
              + " in N permutations of each, and what chance gives; and when it is left out"
              + " (default without N: "
              + FeatureImportance.USUAL_PERMUTATIONS
              + ")")
  private Integer permutations;

  void require(ModelOptions.Checked model, ChosenScheme scheme) {
    if (permutations == null) {
      return;
    }
    if (permutations < 1) {
      throw new UsageException(
          "--importance: got %d where a number from 1 up is expected".formatted(permutations));
    }
    if (scheme.splitting().isEmpty()) {
      throw new UsageException(
          "--importance: goes with folds whose words are told apart, and not with ranks");
    }
    if (model.criterion().needsFeatures()) {
      throw new UsageException(
          "--importance: other features would choose other voxels by --select top-r-train");
    }
  }

  Optional<FeatureImportance> of(
      ParticipantEvaluation evaluation, Workers workers, Progress progress) {
    return permutations == null
        ? Optional.empty()
        : Optional.of(
            FeatureImportance.of(
                evaluation.words().analysis(evaluation.options()),
                evaluation.words().featureSpace().features(),
                evaluation.plan().scheme().orElseThrow(),
                permutations,
                evaluation.plan().seed(),
                workers,
                progress));
  }

  /** The features of the largest drops. */
  static List<String> lines(FeatureImportance importance) {
    var lines = new ArrayList<String>();
    lines.add(
        "  drop of accuracy %s when a feature is exchanged between words, %s"
            .formatted(
                Decimals.decimal(importance.accuracy()),
                Counted.of(importance.permutations(), "permutation")));
    lines.add("        drop  left out  sd by chance        p  p (FDR)  feature");
    importance.features().stream()
        .sorted(Comparator.comparing((FeatureImportance.Feature one) -> -one.drop()))
        .limit(MOST_SHOWN)
        .forEach(
            one ->
                lines.add(
                    "    %8s %9s %13s %8s %8s  %s"
                        .formatted(
                            Decimals.decimal(one.drop()),
                            Decimals.decimal(one.leftOut()),
                            Decimals.decimal(one.sd()),
                            Decimals.decimal(one.p()),
                            Decimals.decimal(one.pAdjusted()),
                            one.name())));
    if (importance.features().size() > MOST_SHOWN) {
      lines.add("    ... (all in the table)");
    }
    return lines;
  }
}
