package org.mitchell.features;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.mitchell.files.InputException;

/**
 * Several feature spaces side by side, of the words that all of them have.
 *
 * @param name of all together
 * @param labels what each is called; its features are called {@code label.feature}
 * @param parts the spaces
 */
record JointFeatures(String name, List<String> labels, List<FeatureSource> parts)
    implements FeatureSource {
  /**
   * As every source.
   *
   * @throws InputException also if two of the spaces have the same vectors for all of the words
   */
  @Override
  public FeatureSpace vectors(List<String> words) throws IOException {
    var spaces = new ArrayList<FeatureSpace>();
    for (FeatureSource part : parts) {
      spaces.add(part.vectors(words));
    }
    var lacking = new LinkedHashMap<String, List<String>>();
    for (int p = 0; p < spaces.size(); p++) {
      for (String word : words) {
        if (spaces.get(p).vector(word).isEmpty()) {
          lacking.computeIfAbsent(word, w -> new ArrayList<>()).add(labels.get(p));
        }
      }
    }
    List<String> common =
        words.stream().distinct().filter(word -> !lacking.containsKey(word)).toList();
    List<FeatureSpace> ofCommon = spaces.stream().map(space -> space.forWords(common)).toList();
    requireDifferent(ofCommon);
    return joined(common, ofCommon, lacking);
  }

  private FeatureSpace joined(
      List<String> words, List<FeatureSpace> spaces, Map<String, List<String>> lacking) {
    var names = new ArrayList<String>();
    var sideBySide = new ArrayList<SideBySide.Part>();
    var spelled = new LinkedHashMap<String, String>();
    for (int p = 0; p < spaces.size(); p++) {
      String label = labels.get(p);
      FeatureSpace space = spaces.get(p);
      space.features().forEach(feature -> names.add(SideBySide.qualified(label, feature)));
      sideBySide.add(new SideBySide.Part(label, space.features().size()));
      space.spellings().forEach(spelled::putIfAbsent);
    }
    double[] values = new double[words.size() * names.size()];
    int next = 0;
    for (int w = 0; w < words.size(); w++) {
      for (FeatureSpace space : spaces) {
        double[] row = space.row(w);
        System.arraycopy(row, 0, values, next, row.length);
        next += row.length;
      }
    }
    return FeatureSpace.sideBySide(
        name, words, names, values, spelled, new SideBySide(sideBySide, lacking));
  }

  private void requireDifferent(List<FeatureSpace> spaces) {
    for (int a = 0; a < spaces.size(); a++) {
      for (int b = 0; b < a; b++) {
        FeatureSpace one = spaces.get(b);
        FeatureSpace other = spaces.get(a);
        boolean same = !one.words().isEmpty();
        for (int w = 0; same && w < one.words().size(); w++) {
          same = Arrays.equals(one.row(w), other.row(w));
        }
        if (same) {
          throw new InputException(
              "the feature spaces '%s' and '%s' have the same vectors. A space twice says nothing more: leave one out"
                  .formatted(labels.get(b), labels.get(a)));
        }
      }
    }
  }

  @Override
  public Collection<String> knownWords() throws IOException {
    var known = new LinkedHashSet<String>(parts.get(0).knownWords());
    for (FeatureSource part : parts.subList(1, parts.size())) {
      known.retainAll(new LinkedHashSet<>(part.knownWords()));
    }
    return known;
  }

  /** The error of the first space that does not know the word. */
  @Override
  public InputException unknown(String word) throws IOException {
    for (FeatureSource part : parts) {
      if (part.vectors(List.of(word)).vector(word).isEmpty()) {
        return part.unknown(word);
      }
    }
    return FeatureSource.super.unknown(word);
  }
}
