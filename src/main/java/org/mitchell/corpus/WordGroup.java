package org.mitchell.corpus;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import org.mitchell.files.InputException;

/**
 * One noun or verb and the surface forms that count for it.
 *
 * @param name what the row or column of the counts is called
 * @param forms the forms as tokens: lower-case letters only, without repeats; at least one
 */
public record WordGroup(String name, List<String> forms) implements Serializable {
  /**
   * Lower-cases the forms and drops repeats.
   *
   * @throws InputException if a form is empty or holds anything but letters: no token would ever
   *     equal it
   */
  public WordGroup {
    var distinct = new LinkedHashSet<String>();
    for (String form : forms) {
      if (form.isEmpty() || !form.codePoints().allMatch(Character::isLetter)) {
        throw new InputException(
            "'"
                + name
                + "': got the form '"
                + form
                + "' where one word of letters only is expected: text is cut into runs of letters,"
                + " so it would never be met. Write it as one word or leave it out");
      }
      distinct.add(Tokens.lowerCase(form));
    }
    if (distinct.isEmpty()) {
      throw new InputException("'" + name + "' has no forms to count");
    }
    forms = List.copyOf(distinct);
  }
}
