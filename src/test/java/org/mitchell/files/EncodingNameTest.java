package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingNameTest {
  @ParameterizedTest
  @CsvSource({
    "Latin-1, ISO-8859-1",
    "latin_1, ISO-8859-1",
    "LATIN1, ISO-8859-1",
    "iso8859_1, ISO-8859-1",
    "ISO 8859-1, ISO-8859-1",
    "iso88591, ISO-8859-1",
    "latin-2, ISO-8859-2",
    "Latin 9, ISO-8859-15",
    "windows_1252, windows-1252",
    "Win-1252, windows-1252",
    "cp1251, windows-1251",
    "sjis, Shift_JIS",
    "shift-jis, Shift_JIS",
    "ShiftJIS, Shift_JIS",
    "euc_jp, EUC-JP",
    "koi8r, KOI8-R",
    "gb-18030, GB18030",
    "utf8, UTF-8",
    "utf_8, UTF-8",
    "utf-8-sig, UTF-8",
    "UTF16, UTF-16",
    "utf-16-le, UTF-16LE",
    "us_ascii, US-ASCII",
    "macroman, x-MacRoman"
  })
  void anEncodingIsFoundByTheNamesThatPeopleGiveIt(String typed, String name) {
    assertThat(EncodingName.find(typed)).contains(Charset.forName(name));
  }

  @Test
  void everyNameThatJavaKnowsIsFoundAsJavaFindsIt() {
    for (Charset charset : Charset.availableCharsets().values()) {
      assertThat(EncodingName.find(charset.name())).contains(charset);
      for (String alias : charset.aliases()) {
        assertThat(EncodingName.find(alias)).as(alias).contains(Charset.forName(alias));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "klingon", "utf", "latin", "win", "8859", "\u0000"})
  void whatNamesNoEncodingIsNotFound(String typed) {
    assertThat(EncodingName.find(typed)).isEmpty();
  }
}
