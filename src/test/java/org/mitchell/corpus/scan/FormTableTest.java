package org.mitchell.corpus.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.WordGroup;

class FormTableTest {
  @ParameterizedTest(name = "{0} forms")
  @ValueSource(ints = {1, 2, 7, 300, 20_000})
  void everyFormIsFoundAndNothingElseIs(int size) {
    var random = new Random(size);
    var forms = new LinkedHashSet<String>();
    while (forms.size() < size) {
      forms.add(word(random));
    }
    var kinds = kinds(List.copyOf(forms));
    var table = new FormTable(kinds);

    for (String form : forms) {
      assertThat(find(table, form)).as(form).isEqualTo(kinds.forms().get(form)).isPositive();
      for (String other : neighbours(form, random)) {
        int expected = kinds.forms().getOrDefault(other, FormKinds.NONE);
        assertThat(find(table, other)).as(other).isEqualTo(expected);
      }
    }
  }

  @Test
  void asciiTokensAreFoundInAnyCase() {
    var forms = List.of("a", "eat", "elephant", "elephants", "electroencephalographically");
    var kinds = kinds(forms);
    var table = new FormTable(kinds);

    for (String form : forms) {
      byte[] bytes = padded(form.toUpperCase(Locale.ROOT));
      assertThat(table.findAscii(bytes, 0, form.length())).isEqualTo(kinds.forms().get(form));
      assertThat(table.find(bytes, 0, form.length())).isEqualTo(FormKinds.NONE);
    }
  }

  @Test
  void formsThatCountForTheSameAreOfOneKind() {
    var eat = new WordGroup("eat", List.of("eat", "ate"));
    var saw = new WordGroup("saw", List.of("saw"));
    var see = new WordGroup("see", List.of("see", "saw"));
    var kinds = FormKinds.of(new Vocabulary(List.of(saw), List.of(eat, see)));

    assertThat(kinds.forms().get("eat")).isEqualTo(kinds.forms().get("ate"));
    assertThat(Set.copyOf(kinds.forms().values())).containsExactlyInAnyOrder(1, 2, 3);
  }

  /** Each form a verb of its own. */
  private static FormKinds kinds(List<String> forms) {
    var verbs = forms.stream().map(form -> new WordGroup(form, List.of(form))).toList();
    return FormKinds.of(new Vocabulary(verbs.subList(0, 1), verbs));
  }

  /** Of 1 to 40 letters, the first many of which others have too. */
  private static String word(Random random) {
    String alphabet = random.nextInt(8) == 0 ? "aé語" : "abcd";
    var word = new StringBuilder("abcdefghijklmnopqrst".substring(0, random.nextInt(20)));
    for (int left = 1 + random.nextInt(20); left > 0; left--) {
      word.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return word.toString();
  }

  /** A letter more, a letter less, and another letter somewhere. */
  private static Set<String> neighbours(String form, Random random) {
    var changed = new StringBuilder(form);
    changed.setCharAt(random.nextInt(form.length()), 'z');
    var words = new ArrayList<>(List.of(form + "a", changed.toString()));
    if (form.length() > 1) {
      words.add(form.substring(1));
      words.add(form.substring(0, form.length() - 1));
    }
    return Set.copyOf(words);
  }

  private static int find(FormTable table, String token) {
    int length = token.getBytes(StandardCharsets.UTF_8).length;
    return table.find(padded("x" + token), 1, length);
  }

  /** With letters behind it, which are not to be taken for the token's. */
  private static byte[] padded(String token) {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + FormTable.KEY_BYTES);
    Arrays.fill(padded, bytes.length, padded.length, (byte) 'a');
    return padded;
  }
}
