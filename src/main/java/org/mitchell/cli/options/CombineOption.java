package org.mitchell.cli.options;

import org.mitchell.encoding.Combination;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Spaces;
import picocli.CommandLine.Option;

/** How several feature spaces make one model. */
public final class CombineOption {
  @Option(
      names = "--combine",
      paramLabel = "HOW",
      description =
          "several feature spaces, --features a=A,b=B, in one model, each scaled by itself:"
              + " ${COMPLETION-CANDIDATES}; side by side with one penalty (default: concatenated)")
  private Combination combination;

  /**
   * The options of the model, checked: to be called before anything is read, so that a slip is said
   * at once.
   */
  public ModelOptions.Checked checked(ModelOptions model, FeatureOptions features) {
    ModelOptions.Checked options = model.checked();
    if (combination == null) {
      return options;
    }
    if (!features.choice().several()) {
      throw new UsageException(
          "--combine: goes with several feature spaces, --features"
              + " verbs=verb25.csv,glove=glove.txt");
    }
    EncodingOptions encoding = options.encoding();
    var spaces = new Spaces(encoding.spaces().widths(), combination);
    return options.withEncoding(encoding.withSpaces(spaces));
  }
}
