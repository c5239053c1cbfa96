package org.mitchell.derivatives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What words are called in the names of files. */
class WordLabelsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "celery, celery",
    "ice-cream cone_2, iceCreamCone2",
    "../../etc/passwd, etcPasswd",
    "caf\u00e9, cafe",
    "cafe\u0301, cafe",
    "\u72ac, u72AC",
    "CON, CON",
    "a:b.c\\d, aBCD",
    "_-, u005Fu002D"
  })
  void aLabelHasLettersAndDigitsOfAsciiOnly(String word, String label) {
    assertThat(new WordLabels().of(word)).isEqualTo(label);
  }

  @Test
  void wordsThatDifferInCaseOrInWhatIsLeftOutAreNumbered() {
    var words =
        List.of(
            "celery", "Celery", "CELERY", "ice cream", "icecream", "caf\u00e9", "cafe", "celery2");
    var labels = new WordLabels();
    var given = words.stream().map(labels::of).toList();
    assertThat(given.stream().map(label -> label.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    assertThat(given).first().isEqualTo("celery");
    assertThat(words.stream().map(labels::of).toList()).as("asked again").isEqualTo(given);
  }

  @Test
  void aLongWordIsCutAndStillItsOwn() {
    var labels = new WordLabels();
    String first = labels.of("a".repeat(300));
    String second = labels.of("a".repeat(299) + "b");
    assertThat(first).hasSize(60);
    assertThat(second).isEqualTo(first + "2");
  }

  @Test
  void filesThatAreThereKeepTheirWords() throws IOException {
    file("sub-P1_task-nouns_contrast-celery_desc-predicted_statmap.json", "{\"Word\":\"celery\"}");
    file("sub-P1_task-nouns_contrast-celery_desc-predicted_statmap.tsv.gz", "");
    file("sub-P1_task-nouns_contrast-corn_desc-predicted_statmap.tsv.gz", "");
    file("sub-P1_task-nouns_contrast-cow_desc-predicted_statmap.json", "damaged");
    var labels = WordLabels.in(folder);
    assertThat(labels.of("celery")).isEqualTo("celery");
    assertThat(labels.of("Celery")).isEqualTo("Celery2");
    assertThat(labels.of("corn")).as("whose file is not known").isEqualTo("corn2");
    assertThat(labels.of("cow")).isEqualTo("cow2");
    assertThat(WordLabels.in(folder.resolve("none")).of("celery")).isEqualTo("celery");
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
