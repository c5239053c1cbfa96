package org.mitchell.corpus.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.mitchell.words.WordForm;

/** Which forms of a verb count for it. */
public enum VerbForms {
  /** The word as it is given: for words that are no verbs. */
  BASE,
  /** The paper's three: base, third person, past (taste, tastes, tasted). */
  THREE,
  /**
   * Every inflected form: those three, the -ing form, the past participle, and common variants
   * (dreamt, travelled).
   */
  ALL;

  /**
   * The forms of a verb given in its base form, without repeats: base, third person, past, then the
   * rest.
   */
  public List<String> of(String verb) {
    if (this == BASE) {
      return List.of(WordForm.folded(verb));
    }
    var english = EnglishVerb.of(WordForm.folded(verb));
    var forms = new ArrayList<>(List.of(english.base(), english.third(), english.past()));
    if (this == ALL) {
      forms.add(english.participle());
      forms.add(english.ing());
      forms.addAll(english.variants());
    }
    return List.copyOf(new LinkedHashSet<>(forms));
  }

  /** The name in options and files: {@code base}, {@code three} or {@code all}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
