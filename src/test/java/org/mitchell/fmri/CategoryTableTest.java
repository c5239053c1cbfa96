package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.tables.TableRules;

class CategoryTableTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "word,category\nbear,animal\nice cream,food\n",
        "bear,animal\nice cream,food\n",
        "bear\tanimal\r\nice cream\tfood\r\n",
        "word;category\n\"bear\";\"animal\"\n\"ice cream\";food\n",
        "# mine\nnoun,freq,category\nbear,3,animal\nice cream,4,food\n",
        "\"word\" \"category\"\n\"1\" \"bear\" \"animal\"\n\"2\" \"ice cream\" \"food\"\n"
      })
  void everyLayoutHasTheSameCategories(String text) throws IOException {
    assertThat(read(text))
        .containsExactlyInAnyOrderEntriesOf(Map.of("bear", "animal", "ice cream", "food"));
  }

  @Test
  void aWordOfTwoCategoriesIsRefused() {
    assertThatThrownBy(() -> read("bear,animal\nbear,food\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2: bear is of category 'food' here and 'animal' above");
    assertThatThrownBy(() -> read("bear,animal\ncow\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2: a word and its category are expected, got [cow]");
  }

  private Map<String, String> read(String text) throws IOException {
    return CategoryTable.read(Files.writeString(folder.resolve("c.csv"), text), TableRules.DEFAULT);
  }
}
