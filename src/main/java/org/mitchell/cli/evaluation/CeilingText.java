package org.mitchell.cli.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.mitchell.analysis.ceilings.IdentificationCeilings;
import org.mitchell.analysis.ceilings.IdentificationCeilings.OfBrains;
import org.mitchell.analysis.ceilings.IdentificationCeilings.OfPresentations;
import org.mitchell.cli.text.Decimals;
import org.mitchell.cli.text.IntervalWords;
import org.mitchell.text.Counted;

/** What could be reached at best, for people. */
final class CeilingText {
  private CeilingText() {}

  static List<String> lines(IdentificationCeilings ceilings) {
    var lines = new ArrayList<String>();
    ceilings.presentations().ifPresent(found -> lines.addAll(lines(found, ceilings.similarity())));
    ceilings.brains().ifPresent(found -> lines.addAll(lines(found, ceilings.similarity())));
    return lines;
  }

  private static List<String> lines(OfPresentations found, double similarity) {
    var ceiling = found.ceiling();
    return List.of(
        "  at best %s, by its presentations (half of them by the other half %s, %s; Spearman-Brown)"
            .formatted(
                Decimals.decimal(ceiling.accuracy()),
                Decimals.decimal(ceiling.halves().accuracy()),
                Counted.of(ceiling.splits(), "split")),
        "    %s; similarity of images %s of %s"
            .formatted(
                share(found.share()),
                Decimals.decimal(similarity),
                Decimals.decimal(ceiling.similarity())));
  }

  private static List<String> lines(OfBrains found, double similarity) {
    return List.of(
        "  the mean image of the other %s in place of the model: %s, on %s that all have"
            .formatted(
                Counted.of(found.others().size(), "participant"),
                Decimals.decimal(found.score().accuracy()),
                Counted.of(found.voxels(), "voxel")),
        "    %s; similarity of images %s, with theirs %s"
            .formatted(
                share(found.share()),
                Decimals.decimal(similarity),
                Decimals.decimal(found.score().similarity())));
  }

  private static String share(IdentificationCeilings.Share share) {
    return "normalised %s%s"
        .formatted(
            Decimals.decimal(share.share()),
            share.interval().map(interval -> ", " + IntervalWords.of(interval)).orElse(""));
  }
}
