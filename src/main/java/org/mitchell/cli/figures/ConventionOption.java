package org.mitchell.cli.figures;

import java.util.Locale;
import org.mitchell.figures.brain.Convention;
import picocli.CommandLine.Option;

/** On which side of a picture the left of a brain is. */
final class ConventionOption {
  @Option(
      names = "--convention",
      paramLabel = "SIDE",
      description = "${COMPLETION-CANDIDATES}: where left is (default: neurological, left is left)")
  private Convention convention = Convention.NEUROLOGICAL;

  Convention convention() {
    return convention;
  }

  /** For JSON. */
  String label() {
    return convention.name().toLowerCase(Locale.ROOT);
  }
}
