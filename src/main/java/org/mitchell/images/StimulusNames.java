package org.mitchell.images;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.tables.TableRules;
import org.mitchell.words.WordForm;

/**
 * The words of labels, whatever the labels come in.
 *
 * @param expression the part of a label that is the word
 * @param words by labels, or by the parts of them
 */
record StimulusNames(Optional<Pattern> expression, Map<String, String> words) {
  static StimulusNames of(
      ImageOptions.Labels labels, Optional<Charset> encoding, Consumer<String> notes)
      throws IOException {
    return new StimulusNames(
        labels.expression().map(Pattern::compile),
        labels.words().isPresent()
            ? WordNames.read(labels.words().get(), TableRules.of(encoding, notes))
            : Map.of());
  }

  /** The word of a label, blank where it has none; nothing where the expression is not in it. */
  Optional<String> word(String label) {
    if (words.containsKey(label)) {
      return Optional.of(WordForm.canonical(words.get(label)));
    }
    return part(label).map(part -> WordForm.canonical(words.getOrDefault(part, part)));
  }

  private Optional<String> part(String label) {
    if (expression.isEmpty()) {
      return Optional.of(label);
    }
    Matcher match = expression.get().matcher(label);
    if (!match.find()) {
      return Optional.empty();
    }
    return Optional.of(
        match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group());
  }
}
