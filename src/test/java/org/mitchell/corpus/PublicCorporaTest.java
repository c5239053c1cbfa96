package org.mitchell.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.corpus.PublicCorpus.Figure;

class PublicCorporaTest {
  private static final Set<String> FORMATS =
      Set.of("text", "web1t", "google-books", "wikipedia", "warc", "jsonl");

  static List<PublicCorpus> corpora() {
    return PublicCorpora.all();
  }

  @Test
  void aNameMeansOneCorpus() {
    assertThat(corpora())
        .hasSizeBetween(10, 16)
        .extracting(PublicCorpus::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    for (PublicCorpus corpus : corpora()) {
      assertThat(PublicCorpora.named(corpus.name())).contains(corpus);
    }
    assertThat(PublicCorpora.named("enwki")).isEmpty();
  }

  @Test
  void theyStandByAccessAndThenFromSmallToLarge() {
    assertThat(corpora())
        .isSortedAccordingTo(
            Comparator.comparing(PublicCorpus::access)
                .thenComparing(corpus -> corpus.text().bytes()));
    assertThat(corpora()).extracting(PublicCorpus::access).contains(Access.values());
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void everyEntryIsComplete(PublicCorpus corpus) {
    assertThat(List.of(corpus.title(), corpus.licence(), corpus.terms(), corpus.note()))
        .allMatch(text -> !text.isBlank() && text.equals(text.strip()));
    assertThat(corpus.terms()).endsWith(".");
    assertThat(corpus.note()).endsWith(".");
    assertThat(corpus.page()).matches("https?://\\S+");
    assertThat(corpus.sources()).isNotEmpty().allMatch(source -> source.matches("https?://\\S+"));
    assertThat(corpus.checked()).isNotNull();
    assertThat(corpus.get().isEmpty()).isEqualTo(corpus.access() == Access.BUILT_IN);
    assertThat(corpus.text().bytes()).isPositive();
    assertThat(corpus.downloadBytes().orElse(1)).isPositive();
    assertThat(corpus.tokens().orElse(1)).isPositive();
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void onlyAStatedFigureCanBeAboutRight(PublicCorpus corpus) {
    assertThat(corpus.downloadBytes().isPresent() || !corpus.isAbout(Figure.DOWNLOAD)).isTrue();
    assertThat(corpus.tokens().isPresent() || !corpus.isAbout(Figure.TOKENS)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void inflatedTextIsLargerThanItsDownload(PublicCorpus corpus) {
    if (corpus.text().compression() != Inflation.NONE) {
      assertThat(corpus.text().bytes()).isGreaterThan(corpus.downloadBytes().orElseThrow());
      assertThat(corpus.unpacked()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void theCommandNamesTheFormatWhereItIsNotText(PublicCorpus corpus) {
    assertThat(FORMATS).contains(corpus.format());
    List<String> command = corpus.command();
    int option = command.indexOf("--format");
    assertThat(option < 0 ? "text" : command.get(option + 1)).isEqualTo(corpus.format());
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void whatIsCountedIsWhatTheStepsFetch(PublicCorpus corpus) {
    List<String> command = corpus.command();
    if (corpus.access() == Access.BUILT_IN) {
      assertThat(command).doesNotContain("--corpus");
      return;
    }
    String folderOrFile = command.get(command.indexOf("--corpus") + 1).split("/")[0];
    assertThat(String.join("\n", corpus.get())).contains(folderOrFile);
  }
}
