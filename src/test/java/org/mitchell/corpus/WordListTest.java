package org.mitchell.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableRules;

class WordListTest {
  @TempDir private Path folder;

  @Test
  void aWordIsTheBeginningOfALine() throws IOException {
    assertThat(read("noun\tcategory\ncelery\tfood\n# a tool:\n\n saw ,tool\r\ncafé\n"))
        .containsExactly("celery", "saw", "café");
  }

  @Test
  void wordsMayBeQuotedAndFollowedByWhatever() throws IOException {
    List<String> expected = List.of("celery", "cow");
    assertThat(read("\"word\",\"freq\"\n\"celery\",3\n\"cow\",4\n")).isEqualTo(expected);
    assertThat(read("word;freq\ncelery;3\ncow;4\n")).isEqualTo(expected);
    assertThat(read("\"\",\"word\"\n\"1\",\"celery\"\n\"2\",\"cow\"\n")).isEqualTo(expected);
    assertThat(read("item\tfreq\ncelery\t3\ncow\t4\n")).isEqualTo(expected);
    assertThat(read("celery\rcow\r")).isEqualTo(expected);
    assertThat(read("celery\nice cream\n")).containsExactly("celery", "ice cream");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstWord() throws IOException {
    assertThat(read("\ufeffcelery\nsaw\n")).containsExactly("celery", "saw");
    assertThat(read("\ufeffword\ncelery\n")).as("a header").containsExactly("celery");
  }

  @Test
  void aWordThatComesTwiceIsNamedWithItsLine() {
    assertThatThrownBy(() -> read("celery\nsaw\ncelery\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("words.txt: line 3: the word celery comes a second time");
  }

  @Test
  void aListOfNothingIsRefused() {
    assertThatThrownBy(() -> read("\ufeffword\n\n# celery\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("words.txt: no words");
  }

  @Test
  void aFileThatIsNoTextIsRefusedWithoutShowingIt() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
      Path file = Files.write(folder.resolve("bytes"), "dog\ncafé\n".getBytes(charset));

      assertThatThrownBy(() -> WordList.read(file, TableRules.DEFAULT))
          .isInstanceOf(InputException.class)
          .hasMessageMatching(".*bytes: line [12]: not a table of text in UTF-8[^\\p{Cntrl}]*");
    }
  }

  /** Text is lower-cased: both would count the same tokens. */
  @Test
  void twoWordsThatDifferInCaseAloneAreOneListedTwice() {
    for (var nouns : List.of(List.of("Bear", "cat", "bear"), List.of("été", "cat", "ÉTÉ"))) {
      assertThatThrownBy(
              () -> Vocabulary.of(nouns, NounForms.SINGULAR, List.of("eat"), VerbForms.THREE))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("the noun '" + nouns.get(2) + "' is listed twice");
    }
  }

  private List<String> read(String content) throws IOException {
    return WordList.read(
        Files.writeString(folder.resolve("words.txt"), content), TableRules.DEFAULT);
  }
}
