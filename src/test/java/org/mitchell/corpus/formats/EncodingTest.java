package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

/** Text that is not in UTF-8 is told, and read once its encoding is named. */
class EncodingTest {
  private static final String FRENCH =
      "La vache mangea le céleri près de la forêt, à côté du café. ";
  private static final String JAPANESE = "牛はセロリを食べました。日本語のテキストです。";
  private static final String RUSSIAN = "Корова съела сельдерей и ушла в лес. ";
  private static final String CHINESE = "牛吃了芹菜。我们在田里。";
  private static final String KOREAN = "소는 셀러리를 먹었다. ";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "windows-1252, FRENCH",
    "ISO-8859-1, FRENCH",
    "Shift_JIS, JAPANESE",
    "EUC-JP, JAPANESE",
    "ISO-2022-JP, JAPANESE",
    "windows-1251, RUSSIAN",
    "KOI8-R, RUSSIAN",
    "GB18030, CHINESE",
    "EUC-KR, KOREAN",
    "UTF-16, FRENCH",
    "UTF-16LE, FRENCH",
    "UTF-16BE, FRENCH",
    "UTF-32, FRENCH",
  })
  void anotherEncodingIsRefusedAndReadOnceItIsNamed(String charset, String language)
      throws IOException {
    String text = text(language).repeat(300);
    byte[] stored = text.getBytes(Charset.forName(charset));
    var options = ReadingOptions.DEFAULT.in(Charset.forName(charset).name());

    for (byte[] bytes : new byte[][] {stored, gzip(stored)}) {
      var source = new Reading.Memory(bytes);
      assertThatThrownBy(() -> Layout.of(source, ReadingOptions.DEFAULT))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("memory: got ")
          .hasMessageMatching(".*(iconv -f|Name the encoding of the texts, such as) .*");
      assertThat(content(source, options)).isEqualTo(text);
      assertThat(Layout.of(source, options).stored().encoding())
          .isEqualTo(Charset.forName(charset).name());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, FRENCH",
    "Shift_JIS, JAPANESE",
    "EUC-JP, JAPANESE",
    "windows-1251, RUSSIAN",
    "KOI8-R, RUSSIAN",
    "GB18030, CHINESE",
    "EUC-KR, KOREAN"
  })
  void theMessageNamesTheLikelyOne(String charset, String language) {
    var source = new Reading.Memory(text(language).repeat(9).getBytes(Charset.forName(charset)));

    assertThatThrownBy(() -> Layout.of(source, ReadingOptions.DEFAULT))
        .hasMessageContaining("it looks like " + charset + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FRENCH", "JAPANESE", "RUSSIAN", "CHINESE", "KOREAN"})
  void utf8IsNoOtherEncodingWhereverItsBeginningIsCut(String language) throws IOException {
    byte[] text = text(language).repeat(3).getBytes(StandardCharsets.UTF_8);

    for (int length = text.length - 8; length <= text.length; length++) {
      assertThat(LegacyEncoding.problem(Arrays.copyOf(text, length))).isEmpty();
    }
  }

  @Test
  void aFewMalformedBytesAreDamageAndMoreAreAnEncoding() throws IOException {
    String ascii = "The cow ate celery. ".repeat(100);
    byte[] few = (ascii + "caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    byte[] many =
        (ascii + "caf\u00e9 t\u00eate fl\u00fbte too").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Layout.of(new Reading.Memory(few), ReadingOptions.DEFAULT).stored().encoding())
        .isEqualTo("UTF-8");
    assertThatThrownBy(() -> Layout.of(new Reading.Memory(many), ReadingOptions.DEFAULT))
        .hasMessageContaining("3 bytes that are not UTF-8 among 2,019");
  }

  @Test
  void anEncodingThatShowsInTheMiddleOfALargeFileIsSeen() {
    String ascii = "The cow ate celery. ".repeat(20_000);
    byte[] stored = (ascii + FRENCH.repeat(2000) + ascii).getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> Layout.of(new Reading.Memory(stored), ReadingOptions.DEFAULT))
        .hasMessageContaining("it looks like windows-1252");
  }

  @Test
  void namedAsUtf8ItIsCountedAsDamaged() throws IOException {
    var source = new Reading.Memory(FRENCH.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(Layout.of(source, ReadingOptions.DEFAULT.in("UTF-8")).isUtf8()).isTrue();
  }

  @Test
  void bytesThatMeanNothingInItStayMalformed() throws IOException {
    byte[] stored = "ab??cd".getBytes(StandardCharsets.US_ASCII);
    stored[2] = (byte) 0x81;
    stored[3] = (byte) 0x20;

    assertThat(content(new Reading.Memory(stored), ReadingOptions.DEFAULT.in("Shift_JIS")))
        .isEqualTo("ab\ufffd cd");
  }

  @ParameterizedTest
  @CsvSource({
    "'<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><p>café</p>', XML",
    "'<html><head><meta charset=iso-8859-1></head><p>café</p>', HTML",
    "'<html><meta http-equiv=\"x\" content=\"text/html; charset=ISO-8859-1\"><p>café</p>', HTML",
  })
  void whatSaysItsEncodingIsReadInIt(String text, CorpusFormat format) throws IOException {
    var source = new Reading.Memory(text.getBytes(StandardCharsets.ISO_8859_1));

    var layout = Layout.of(source, ReadingOptions.DEFAULT);

    assertThat(layout.format()).isEqualTo(format);
    assertThat(content(source, ReadingOptions.DEFAULT).strip()).isEqualTo("café");
  }

  private static String text(String language) {
    return switch (language) {
      case "FRENCH" -> FRENCH;
      case "JAPANESE" -> JAPANESE;
      case "RUSSIAN" -> RUSSIAN;
      case "CHINESE" -> CHINESE;
      default -> KOREAN;
    };
  }

  private static String content(TextSource source, ReadingOptions options) throws IOException {
    var layout = Layout.of(source, options);
    var content = new ByteArrayOutputStream();
    var piece = new Piece();
    for (var shard : Shard.of(source, layout, 1000)) {
      try (var reader = shard.open(options, 100, more -> {})) {
        while (reader.next(piece)) {
          content.write(piece.buffer(), 0, piece.length());
        }
      }
    }
    return content.toString(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(bytes)) {
      stream.write(content);
    }
    return bytes.toByteArray();
  }
}
