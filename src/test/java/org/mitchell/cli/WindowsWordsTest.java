package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsWordsTest {
  /** The examples of "Parsing C command-line arguments" in Microsoft's documentation of C. */
  @Test
  void aLineIsCutAsMicrosoftSays() {
    assertThat(WindowsWords.split("\"abc\" d e")).isEqualTo(List.of("abc", "d", "e"));
    assertThat(WindowsWords.split("a\\\\b d\"e f\"g h")).isEqualTo(List.of("a\\\\b", "de fg", "h"));
    assertThat(WindowsWords.split("a\\\\\\\"b c d")).isEqualTo(List.of("a\\\"b", "c", "d"));
    assertThat(WindowsWords.split("a\\\\\\\\\"b c\" d e")).isEqualTo(List.of("a\\\\b c", "d", "e"));
    assertThat(WindowsWords.split("a\"b\"\" c d")).isEqualTo(List.of("ab\" c d"));
  }

  @Test
  void blanksAndEmptyWordsCountAsTheyDoThere() {
    assertThat(WindowsWords.split("  a \t \"\" b\\ ")).isEqualTo(List.of("a", "", "b\\"));
    assertThat(WindowsWords.split(" ")).isEmpty();
  }

  @Test
  void lettersThatJavaLostComeFromTheLine() {
    String[] got = {"predict", "ete", "??", "a\"b"};
    assertThat(WindowsWords.mended(got, "predict été \"脳 の\" a\\\"b"))
        .containsExactly("predict", "été", "脳 の", "a\"b");
  }

  @Test
  void wordsThatJavaPutInThePlaceOfAPatternStay() {
    String[] got = {"corpus", "count", "a.txt", "b.txt"};
    assertThat(WindowsWords.mended(got, "corpus count *.txt")).isSameAs(got);
    String[] one = {"a.txt"};
    assertThat(WindowsWords.mended(one, "*.txt")).containsExactly("a.txt");
  }

  @Test
  void withoutTheLauncherTheyAreWhatJavaGot() {
    String[] got = {"fit"};
    assertThat(WindowsWords.typed(got)).isSameAs(got);
  }
}
