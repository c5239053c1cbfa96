package org.mitchell.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.encoding.Scale;
import org.mitchell.encoding.Spaces;
import org.mitchell.evaluation.EncodingAnalysis;
import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.features.FeatureSpace;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.text.Counted;

/**
 * The words that a participant and a feature space have in common, side by side.
 *
 * @param responses the responses to those words
 * @param featureSpace their unscaled vectors, rows as the words of the responses; {@link
 *     FeatureSpace#spellings} tells which words the features spell otherwise
 * @param dropped the participant's other words, each with why it cannot be used
 */
public record SharedWords(
    Responses responses, FeatureSpace featureSpace, Map<String, String> dropped) {
  private static final int MOST_NAMED = 10;

  /** The words for features that are to be scaled to unit length. */
  public static SharedWords of(Responses responses, FeatureSpace space, boolean requireAll) {
    return of(responses, space, Scale.UNIT, requireAll);
  }

  /**
   * Drops the words without features, and where vectors are scaled to unit length those whose
   * vector is all zero and so has no direction. Words are found by the rule of {@link
   * org.mitchell.words.WordIndex}.
   *
   * @param scale how the features will be scaled
   * @param requireAll whether dropping a word is an error
   * @throws InputException if no word is left, or a word is dropped where all are required, or a
   *     word can be taken for several of the features
   */
  public static SharedWords of(
      Responses responses, FeatureSpace all, Scale scale, boolean requireAll) {
    FeatureSpace space = all.forWords(responses.words());
    var kept = new ArrayList<String>();
    var dropped = new LinkedHashMap<String, String>();
    Map<String, String> zero = scale == Scale.UNIT ? space.withoutDirection() : Map.of();
    for (String word : responses.words()) {
      if (space.vector(word).isEmpty()) {
        dropped.put(word, space.absence(word));
      } else if (zero.containsKey(word)) {
        dropped.put(word, zero.get(word));
      } else {
        kept.add(word);
      }
    }
    if (requireAll && !dropped.isEmpty()) {
      throw new InputException(
          "%d of %s of participant %s cannot be used with %s: %s"
              .formatted(
                  dropped.size(),
                  Counted.of(responses.words().size(), "word"),
                  responses.participant(),
                  space.name(),
                  listed(dropped)),
          Remedy.LEAVE_WORDS_OUT);
    }
    if (kept.isEmpty()) {
      throw new InputException(
          "participant %s and %s have no word in common. The participant has %s, ...; words match whatever their case"
              .formatted(
                  responses.participant(),
                  space.name(),
                  String.join(", ", some(responses.words()))));
    }
    return new SharedWords(responses.select(kept), space.forWords(kept), dropped);
  }

  /** Whether more words were dropped than are left. */
  public boolean mostDropped() {
    return dropped.size() > responses.words().size();
  }

  /**
   * The dropped words by reason, the first ten of each: {@code igloo, dresser (all features are
   * zero)}; empty when there are none.
   */
  public String listOfDropped() {
    return listed(dropped);
  }

  /** The analysis of these words, done so. */
  public EncodingAnalysis analysis(EvaluationOptions options) {
    return new EncodingAnalysis(responses, rawFeatures(), options(options));
  }

  /**
   * The options of an analysis of these words.
   *
   * @param options of vectors of any feature spaces
   */
  public EvaluationOptions options(EvaluationOptions options) {
    EncodingOptions encoding = options.encoding();
    var spaces = new Spaces(featureSpace.parts().widths(), encoding.spaces().combination());
    return options.withEncoding(encoding.withSpaces(spaces));
  }

  /** Unscaled vectors, words x features. */
  public double[][] rawFeatures() {
    var rows = new double[featureSpace.words().size()][];
    for (int w = 0; w < rows.length; w++) {
      rows[w] = featureSpace.row(w);
    }
    return rows;
  }

  private static String listed(Map<String, String> dropped) {
    var byReason = new LinkedHashMap<String, List<String>>();
    dropped.forEach(
        (word, reason) -> byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(word));
    return byReason.entrySet().stream()
        .map(entry -> someOf(entry.getValue()) + " (" + entry.getKey() + ")")
        .collect(Collectors.joining("; "));
  }

  private static String someOf(List<String> words) {
    String more = words.size() > MOST_NAMED ? ", ... (%,d in all)".formatted(words.size()) : "";
    return String.join(", ", words.subList(0, Math.min(MOST_NAMED, words.size()))) + more;
  }

  private static List<String> some(List<String> words) {
    return words.subList(0, Math.min(5, words.size()));
  }
}
