package org.mitchell.corpus.forms;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import morfologik.stemming.Dictionary;
import morfologik.stemming.DictionaryLookup;

/** LanguageTool's dictionary of English: lemma to the forms that bear a tag such as VBD or NNS. */
final class LanguageToolWords {
  private final Map<String, Map<String, Set<String>>> formsByTag = new HashMap<>();

  LanguageToolWords() throws IOException {
    var file = Dictionary.class.getResource("/org/languagetool/resource/en/english.dict");
    for (var entry : new DictionaryLookup(Dictionary.read(file))) {
      formsByTag
          .computeIfAbsent(entry.getStem().toString(), lemma -> new HashMap<>())
          .computeIfAbsent(entry.getTag().toString(), tag -> new TreeSet<>())
          .add(entry.getWord().toString());
    }
  }

  /** The forms of a lemma under any of these tags; empty where the dictionary has none. */
  Set<String> forms(String lemma, String... tags) {
    var forms = new TreeSet<String>();
    for (String tag : tags) {
      forms.addAll(formsByTag.getOrDefault(lemma, Map.of()).getOrDefault(tag, Set.of()));
    }
    return forms;
  }
}
