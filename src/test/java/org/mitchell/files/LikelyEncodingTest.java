package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelyEncodingTest {
  @ParameterizedTest
  @CsvSource({
    "windows-1252, caf\u00e9",
    "windows-1252, Stra\u00dfe und M\u00fcller",
    "windows-1252, \u2018na\u00efve\u2019",
    "windows-1252, \u00bfQu\u00e9 comi\u00f3 el ni\u00f1o?",
    "windows-1252, La t\u00eate d\u2019un \u00e9l\u00e8ve \u00e0 la for\u00eat fut tr\u00e8s"
        + " f\u00eat\u00e9e.",
    "Shift_JIS, \u306d\u3053",
    "Shift_JIS, \u732b\u304c\u3044\u308b\u3002\u725b\u306f\u8349\u3092\u98df\u3079\u308b\u3002",
    "EUC-JP, \u732b\u304c\u3044\u308b\u3002\u725b\u306f\u8349\u3092\u98df\u3079\u308b\u3002",
    "ISO-2022-JP, \u732b\u304c\u3044\u308b\u3002",
    "EUC-KR, \uace0\uc591\uc774\uac00 \uc788\ub2e4. \uc18c\ub294 \ud480\uc744 \uba39\ub294\ub2e4.",
    "GB18030,"
        + " \u732b\u5728\u8fd9\u91cc\u3002\u725b\u5403\u8349\uff0c\u4eba\u4eec\u5728\u770b\u4e66\u3002",
    "windows-1251, \u041a\u043e\u0448\u043a\u0430 \u0441\u0438\u0434\u0438\u0442 \u043d\u0430"
        + " \u0441\u0442\u043e\u043b\u0435 \u0438 \u0435\u0441\u0442 \u0440\u044b\u0431\u0443.",
    "KOI8-R, \u041a\u043e\u0448\u043a\u0430 \u0441\u0438\u0434\u0438\u0442 \u043d\u0430"
        + " \u0441\u0442\u043e\u043b\u0435 \u0438 \u0435\u0441\u0442 \u0440\u044b\u0431\u0443."
  })
  void theEncodingOfAWordAndOfALongTextIsGuessedWhereverItIsCut(String name, String text) {
    Charset charset = Charset.forName(name);
    assertThat(LikelyEncoding.of(text.getBytes(charset))).as("alone").contains(name);
    byte[] table = ("word\tsee\teat\n" + text + "\t1\t2\nruns\t3\t4\n").getBytes(charset);
    assertThat(LikelyEncoding.of(table)).as("in a table").contains(name);
    byte[] all = (text + "\n").repeat(99).getBytes(charset);
    for (int cut = 0; cut < 6; cut++) {
      assertThat(LikelyEncoding.of(Arrays.copyOf(all, all.length - cut)))
          .as("cut by %d at its end", cut)
          .contains(name);
      assertThat(LikelyEncoding.of(Arrays.copyOfRange(all, cut, all.length)))
          .as("cut by %d at its beginning", cut)
          .contains(name);
    }
  }

  @Test
  void noiseLooksLikeNothing() {
    var noise = new byte[4000];
    new Random(1).nextBytes(noise);
    assertThat(LikelyEncoding.of(noise)).isEmpty();
    assertThat(LikelyEncoding.of("plain".getBytes(StandardCharsets.US_ASCII))).isEmpty();
  }
}
