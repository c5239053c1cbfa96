package org.mitchell.derivatives.contents;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What in the features says nothing.
 *
 * @param constant features with one value for all words
 * @param sameFeatures groups of features with the same values
 * @param sameWords groups of words with the same scaled vector
 * @param zeroWords words whose features are all zero
 */
public record Uninformative(
    List<String> constant,
    List<List<String>> sameFeatures,
    List<List<String>> sameWords,
    List<String> zeroWords,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
  public Uninformative {
    others = Others.kept(others);
  }

  public Uninformative(
      List<String> constant,
      List<List<String>> sameFeatures,
      List<List<String>> sameWords,
      List<String> zeroWords) {
    this(constant, sameFeatures, sameWords, zeroWords, Others.NONE);
  }
}
