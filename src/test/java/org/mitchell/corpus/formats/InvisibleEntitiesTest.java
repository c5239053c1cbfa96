package org.mitchell.corpus.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.words.WordForm;

/** What a page writes into a word for line breaks is not seen, and no part of the word. */
class InvisibleEntitiesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cel&shy;ery",
        "cel&#173;ery",
        "cel&#xAD;ery",
        "cel&ZeroWidthSpace;ery",
        "cel&zwnj;ery",
        "cel<wbr>ery",
        "cel<wbr/>ery"
      })
  void theWordIsWhole(String written) {
    assertThat(WordForm.folded(Wikitext.strip(written, DumpHead.UNKNOWN))).isEqualTo("celery");
    assertThat(WordForm.folded(HtmlText.of(Jsoup.parse(written)).strip())).isEqualTo("celery");
  }
}
