package org.mitchell.features;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mitchell.corpus.Cooccurrences;

/** Counts as features: a noun's vector is made of its counts with each verb. */
public final class CountFeatures {
  private CountFeatures() {}

  /**
   * Nouns x verbs as words x features. The provenance says how the counts were weighted; without a
   * word of it they are raw.
   *
   * @throws org.mitchell.files.InputException if the weighting needs totals of the text, and the
   *     counts came without them
   */
  public static FeatureSpace of(
      String name, Cooccurrences counts, Weighting weighting, Map<String, String> provenance) {
    var origin = new LinkedHashMap<>(provenance);
    if (weighting != Weighting.RAW) {
      origin.put("weighting", weighting.label());
    }
    return new FeatureSpace(name, counts.nouns(), counts.verbs(), weighting.weigh(counts), origin);
  }
}
