package org.mitchell.features;

import java.util.Map;
import org.mitchell.corpus.Cooccurrences;

/** Counts as features: a noun's vector is its count with each verb, unscaled. */
public final class CountFeatures {
  private CountFeatures() {}

  /** Nouns x verbs as words x features. */
  public static FeatureSpace of(String name, Cooccurrences counts, Map<String, String> provenance) {
    int columns = counts.verbs().size();
    var values = new double[counts.nouns().size() * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = counts.count(i / columns, i % columns);
    }
    return new FeatureSpace(name, counts.nouns(), counts.verbs(), values, provenance);
  }
}
