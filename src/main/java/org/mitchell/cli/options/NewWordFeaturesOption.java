package org.mitchell.cli.options;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Features of words that a fit was not trained on. */
public final class NewWordFeaturesOption {
  @Option(
      names = "--features",
      paramLabel = "NAME|FILE",
      description =
          "vectors of words that the model was not trained on (default: the features of the fit)")
  private String features;

  /** Nothing for those of the fit. */
  public Optional<String> features() {
    return Optional.ofNullable(features);
  }
}
