package org.mitchell.corpus;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import org.mitchell.files.InputException;
import org.mitchell.words.WordForm;

/**
 * One noun or verb and the surface forms that count for it.
 *
 * @param name what the row or column of the counts is called
 * @param forms the forms as tokens: lower-case letters and their marks, without repeats; at least
 *     one
 */
public record WordGroup(String name, List<String> forms) implements Serializable {
  /**
   * Gives name and forms their {@linkplain WordForm one form}, and drops repeats.
   *
   * @throws InputException if a form is empty or holds anything but letters and marks: no token
   *     would ever equal it
   */
  public WordGroup {
    var distinct = new LinkedHashSet<String>();
    for (String form : forms) {
      String canonical = WordForm.canonical(form);
      if (!WordForm.isWord(canonical)) {
        throw new InputException(
            "'"
                + name
                + "': got the form '"
                + form
                + "' where one word of letters only is expected: text is cut into runs of letters,"
                + " so it would never be met. Write it as one word or leave it out");
      }
      distinct.add(WordForm.folded(canonical));
    }
    if (distinct.isEmpty()) {
      throw new InputException("'" + name + "' has no forms to count");
    }
    name = WordForm.canonical(name);
    forms = List.copyOf(distinct);
  }
}
