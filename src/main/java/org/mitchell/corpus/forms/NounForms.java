package org.mitchell.corpus.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.mitchell.words.WordForm;

/** Which forms of a noun count for it. */
public enum NounForms {
  /** The noun as given. */
  SINGULAR,
  /**
   * The noun and its plurals: knife and knives; all where English has several (cacti, cactuses).
   */
  PLURAL;

  /** The forms of a noun given in the singular, without repeats. */
  public List<String> of(String noun) {
    String singular = WordForm.folded(noun);
    var forms = new ArrayList<>(List.of(singular));
    if (this == PLURAL) {
      forms.addAll(EnglishPlural.of(singular));
    }
    return List.copyOf(new LinkedHashSet<>(forms));
  }

  /** The name in options and files: {@code singular} or {@code plural}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
