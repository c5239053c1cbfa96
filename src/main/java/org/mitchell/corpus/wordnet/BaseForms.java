package org.mitchell.corpus.wordnet;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.corpus.words.CountedWord;

/**
 * The base form of English words: of verb forms the base, of plurals the singular. A word that
 * WordNet has as an entry of its own stays what it is, for it may be that: evening, saw, building.
 * Of several base forms (leaves: leaf, leave) the one that a text has most often is taken.
 */
public final class BaseForms {
  private final Map<String, Long> counts = new HashMap<>();
  private final Set<String> entries;
  private final Map<String, String> bases = new HashMap<>();

  private BaseForms(Collection<CountedWord> words) throws IOException {
    words.forEach(word -> counts.put(word.word(), word.count()));
    entries = WordNet.entries();
    for (String verb : WordNet.verbs()) {
      VerbForms.ALL.of(verb).forEach(form -> propose(form, verb));
    }
    for (String noun : WordNet.nouns()) {
      NounForms.PLURAL.of(noun).forEach(form -> propose(form, noun));
    }
  }

  /** For the words of a text. */
  public static BaseForms in(Collection<CountedWord> words) throws IOException {
    return new BaseForms(words);
  }

  /** The base form of a word; nothing where it is its own. */
  public Optional<String> of(String word) {
    return Optional.ofNullable(bases.get(word));
  }

  /** The words with those of the same base form added up, the most frequent first. */
  public static List<CountedWord> joined(Collection<CountedWord> words, BaseForms forms) {
    var sums = new HashMap<String, Long>();
    for (CountedWord word : words) {
      sums.merge(forms.of(word.word()).orElse(word.word()), word.count(), Long::sum);
    }
    return sums.entrySet().stream()
        .map(entry -> new CountedWord(entry.getKey(), entry.getValue()))
        .sorted(CountedWord.MOST_FREQUENT_FIRST)
        .toList();
  }

  private void propose(String form, String base) {
    if (!counts.containsKey(form) || entries.contains(form)) {
      return;
    }
    String other = bases.get(form);
    boolean better =
        other == null
            || count(base) > count(other)
            || count(base) == count(other) && base.compareTo(other) < 0;
    if (better) {
      bases.put(form, base);
    }
  }

  private long count(String word) {
    return counts.getOrDefault(word, 0L);
  }
}
