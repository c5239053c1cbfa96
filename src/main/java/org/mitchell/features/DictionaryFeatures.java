package org.mitchell.features;

import java.io.IOException;
import java.util.Collection;
import org.mitchell.corpus.wordnet.WordNet;
import org.mitchell.paper.Paper;

/** Built-in features, of any noun of a dictionary. */
abstract class DictionaryFeatures implements FeatureSource {
  private final String name;

  DictionaryFeatures(String name) {
    this.name = name;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Collection<String> knownWords() throws IOException {
    return WordNet.nouns();
  }

  /** The paper's nouns: those of a dictionary are in no order. */
  @Override
  public final FeatureSpace first(int most) throws IOException {
    return vectors(Paper.nouns().subList(0, Math.min(most, Paper.nouns().size())));
  }
}
