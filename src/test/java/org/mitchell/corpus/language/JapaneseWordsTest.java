package org.mitchell.corpus.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.scan.RunningText;

/** Japanese text against MeCab, another program with the same dictionary. */
class JapaneseWordsTest {
  private static final Path FOLDER = Path.of("testdata/corpus/japanese");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wordsAreThoseOfMecabAsWrittenAndInBaseForm(boolean base) throws IOException {
    List<String> expected =
        Files.readAllLines(FOLDER.resolve("words.tsv")).stream()
            .skip(1)
            .map(line -> line.split("\t")[base ? 1 : 0])
            .toList();

    assertThat(words(Files.readString(FOLDER.resolve("text.txt")), false, base))
        .isEqualTo(expected);
  }

  @Test
  void aTextMayBeCutBesideAnySignOfAscii() throws IOException {
    String text = "犬は3匹、猫は2匹。「ABC」を読む(昨日)。\nパン 12個を食べた";
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    List<String> whole = words(text, false, false);
    for (int cut = 1; cut < utf8.length; cut++) {
      if (isSign(utf8[cut - 1]) || isSign(utf8[cut])) {
        var words = new ArrayList<String>();
        RunningText running = running(words, new TokenRule(false, Language.JA, false));
        running.text(utf8, 0, cut);
        running.text(utf8, cut, utf8.length);
        assertThat(words).as("cut at byte " + cut).isEqualTo(whole);
      }
    }
  }

  @Test
  void lettersOfHalfWidthAreThoseOfFullWidthAndLatinWordsLoseTheirCase() {
    assertThat(words("ｺｰﾋｰを飲む。iPhoneと Café", false, false))
        .containsExactly("コーヒー", "を", "飲む", "iphone", "と", "café");
    assertThat(words("iPhoneと Café", true, false)).containsExactly("iPhone", "と", "Café");
  }

  @Test
  void theDictionaryCutsTheLecturesSentenceIntoSevenWords() {
    assertThat(words("彼は意味論を論じた。", false, false))
        .containsExactly("彼", "は", "意味", "論", "を", "論じ", "た");
    assertThat(words("彼は意味論を論じた。", false, true))
        .containsExactly("彼", "は", "意味", "論", "を", "論じる", "た");
  }

  @Test
  void lettersWithoutEndAreCutToo() {
    String endless = "犬は猫と".repeat(20_000);
    assertThat(words(endless, false, false)).hasSize(80_000).startsWith("犬", "は", "猫", "と");
  }

  private static boolean isSign(byte b) {
    return b >= 0 && !Character.isLetter(b);
  }

  private static List<String> words(String text, boolean keepsCase, boolean base) {
    var words = new ArrayList<String>();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    running(words, new TokenRule(keepsCase, Language.JA, base)).text(utf8, 0, utf8.length);
    return words;
  }

  private static RunningText running(List<String> words, TokenRule rule) {
    return new RunningText(
        DocumentRule.FILE,
        false,
        rule,
        100,
        new RunningText.Sink() {
          @Override
          public void word(byte[] utf8, int length) {
            words.add(new String(utf8, 0, length, StandardCharsets.UTF_8));
          }

          @Override
          public void end(long times) {}
        });
  }
}
