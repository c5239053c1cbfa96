package org.mitchell.cli.options;

import org.mitchell.encoding.Combination;
import picocli.CommandLine.Option;

/** How several feature spaces make one model. */
public final class CombineOption {
  @Option(
      names = "--combine",
      paramLabel = "HOW",
      description =
          "several feature spaces, --features a=A,b=B, in one model, each scaled by itself:"
              + " ${COMPLETION-CANDIDATES}; side by side with one penalty, or with one each, chosen"
              + " as by --ridge auto; or a model of each, their predictions added with weights that"
              + " are chosen (default: concatenated)")
  private Combination combination;

  /**
   * The options of the model, checked: to be called before anything is read, so that a slip is said
   * at once.
   */
  public ModelOptions.Checked checked(ModelOptions model, FeatureOptions features) {
    return checked(model, features.choice().several());
  }

  /**
   * As {@link #checked(ModelOptions, FeatureOptions)}.
   *
   * @param several whether any features are of several spaces
   */
  public ModelOptions.Checked checked(ModelOptions model, boolean several) {
    if (combination != null && !several) {
      throw new UsageException(
          "--combine: goes with several feature spaces, --features"
              + " verbs=verb25.csv,glove=glove.txt");
    }
    if (!several) {
      return model.checked();
    }
    if (model.asksForBands() && combination != null && combination != Combination.BANDED) {
      throw new UsageException(
          "--ridge banded: is --combine banded, and the other is asked for too. Give one");
    }
    Combination usual = model.asksForBands() ? Combination.BANDED : Combination.CONCATENATED;
    return model.checked(combination == null ? usual : combination);
  }
}
