package org.mitchell.cli.options;

import java.util.Optional;
import org.mitchell.analysis.LeftOut;
import org.mitchell.evaluation.schemes.ListSplitting;
import org.mitchell.evaluation.schemes.PartSplitting;
import org.mitchell.evaluation.schemes.Scheme;
import picocli.CommandLine.Option;

/** What a cross-validation leaves out. */
public final class CrossValidationOption {
  private static final String PARTS = "k:";

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
    return switch (text) {
      case "pair" -> new LeftOut(Optional.of(Scheme.LEAVE_TWO_OUT));
      case "word" -> new LeftOut(Optional.empty());
      case "run" -> new LeftOut(Optional.of(ListSplitting.RUN));
      case "fold" -> new LeftOut(Optional.of(ListSplitting.FOLD));
      default -> new LeftOut(Optional.of(new PartSplitting(parts(text))));
    };
  }

  private static int parts(String text) {
    if (text.startsWith(PARTS)) {
      try {
        int parts = Integer.parseInt(text.substring(PARTS.length()));
        if (parts > 1) {
          return parts;
        }
      } catch (NumberFormatException e) {
        // Said below, together with numbers that are too small.
      }
    }
    throw new UsageException(
        "--cv: got '%s' where pair, word, run, fold or k:N with a number from 2 up is expected"
            .formatted(text));
  }
}
