package org.mitchell.cli.options;

import java.util.Locale;
import java.util.Optional;
import org.mitchell.analysis.LeftOut;
import picocli.CommandLine.Option;

/** What a cross-validation leaves out. */
public final class CrossValidationOption {
  @Option(
      names = "--cv",
      paramLabel = "CV",
      description =
          "what is left out: pair of words; word; run, which tells the words of each run apart;"
              + " fold, the column of the labels; k:N, N parts of the words (default: pair)")
  private String cv;

  /** Nothing where nothing is said. */
  public Optional<LeftOut> checked() {
    return Optional.ofNullable(cv).map(CrossValidationOption::choice);
  }

  /** That of a fit: the paper's where nothing is said. */
  public LeftOut checked(ModelOptions.Checked options) {
    LeftOut left = checked().orElse(LeftOut.PAIRS);
    requireOnePenalty(options, left);
    return left;
  }

  private static void requireOnePenalty(ModelOptions.Checked options, LeftOut left) {
    boolean weights = left.splitting().isEmpty() || left.label().equals("run");
    if (weights && options.encoding().penalty().isPerVoxel()) {
      throw new UsageException(
          "--ridge-per voxel: not with --cv %s, which takes one penalty a fold (--ridge-per global)"
              .formatted(left.label()));
    }
  }

  private static LeftOut choice(String text) {
    return LeftOut.named(text.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new UsageException(
                    "--cv: got '%s' where pair, word, run, fold or k:N with a number from 2 up is expected"
                        .formatted(text)));
  }
}
