package org.mitchell.analysis.comparison;

import java.util.List;
import java.util.Map;
import org.mitchell.features.FeatureSpace;
import org.mitchell.fmri.Stimulus;

/** The category of each word as features: a column a category, 1 for its words and 0 for others. */
public final class CategoryFeatures {
  /** What the space is called. */
  public static final String NAME = "category";

  private CategoryFeatures() {}

  /**
   * @param stimuli words, all of which have a category
   */
  public static FeatureSpace of(List<Stimulus> stimuli) {
    List<String> categories = stimuli.stream().map(Stimulus::category).distinct().sorted().toList();
    var values = new double[stimuli.size() * categories.size()];
    for (int w = 0; w < stimuli.size(); w++) {
      values[w * categories.size() + categories.indexOf(stimuli.get(w).category())] = 1;
    }
    return new FeatureSpace(
        NAME, stimuli.stream().map(Stimulus::word).toList(), categories, values, Map.of());
  }
}
