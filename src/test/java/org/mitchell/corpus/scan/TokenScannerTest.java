package org.mitchell.corpus.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mitchell.words.NastyText;
import org.mitchell.words.ReferenceTokens;

class TokenScannerTest {
  private static final int LONGEST = 400;

  @Test
  void everyCharacterInAWordMakesTheTokensOfTheReference() {
    for (int block = 0; block <= Character.MAX_CODE_POINT; block += 0x1000) {
      String text =
          IntStream.range(block, block + 0x1000)
              .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
              .mapToObj(Character::toString)
              .map(c -> "A" + c + "b " + c + "\n")
              .collect(Collectors.joining());

      assertThat(tokens(utf8(text))).isEqualTo(ReferenceTokens.of(text));
    }
  }

  @Test
  void randomTextMakesTheTokensOfTheReferenceWhereverItIsCutBetweenWords() {
    for (int seed = 0; seed < 500; seed++) {
      String text = NastyText.of(new Random(seed), 60);
      var expected = ReferenceTokens.of(text);
      byte[] bytes = utf8(text);

      assertThat(tokens(bytes)).as("seed " + seed).isEqualTo(expected);
      for (int cut = 1; cut < bytes.length; cut++) {
        if (bytes[cut - 1] == ' ' || bytes[cut - 1] == '\n') {
          var tokens = new ArrayList<String>();
          var scanner = scanner(tokens);
          scanner.scan(bytes, 0, cut, cut);
          scanner.scan(bytes, cut, bytes.length, bytes.length);
          assertThat(tokens).as("seed %d, cut %d", seed, cut).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void malformedBytesSeparateAmongMarksToo() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var out = new ByteArrayOutputStream();
      for (int i = 0; i < 10; i++) {
        out.writeBytes(utf8(NastyText.of(random, 3)));
        byte[] noise = new byte[random.nextInt(3)];
        random.nextBytes(noise);
        out.writeBytes(noise);
      }
      byte[] bytes = out.toByteArray();

      String decoded = new String(bytes, StandardCharsets.UTF_8);
      assertThat(tokens(bytes)).as("seed " + seed).isEqualTo(ReferenceTokens.of(decoded));
    }
  }

  @Test
  void aTokenIsAsLongAsItsFormAndNotAsItsSpelling() {
    String word = "e\u0301".repeat(LONGEST / 2);

    assertThat(tokens(utf8(word))).containsExactly("\u00e9".repeat(LONGEST / 2));
    assertThat(tokens(utf8(word + "e"))).containsExactly("longer");
    assertThat(tokens(utf8("a" + "\u00ad".repeat(5000) + "b"))).containsExactly("ab");
  }

  private static List<String> tokens(byte[] utf8) {
    var tokens = new ArrayList<String>();
    int end = scanner(tokens).scan(utf8, 0, utf8.length, utf8.length);
    assertThat(end).isEqualTo(utf8.length);
    return tokens;
  }

  private static TokenScanner scanner(List<String> tokens) {
    return new TokenScanner(
        LONGEST,
        new TokenScanner.Sink() {
          @Override
          public void token(byte[] bytes, int length) {
            tokens.add(
                length > LONGEST ? "longer" : new String(bytes, 0, length, StandardCharsets.UTF_8));
          }

          @Override
          public void separator(int codePoint) {}
        });
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
