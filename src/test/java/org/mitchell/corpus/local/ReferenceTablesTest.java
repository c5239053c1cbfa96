package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.CountsFile;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.corpus.wordnet.WordNet;
import org.mitchell.paper.Paper;
import org.mitchell.testing.SharedData;

/** Our counts of real text against the tables that testdata/corpus/reference_counts.py made. */
class ReferenceTablesTest {
  private static final Path TABLES = Path.of("testdata/corpus");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "brown-whole-three.tsv, PARAGRAPH, SINGULAR, THREE",
    "brown-line-three.tsv, LINE, SINGULAR, THREE",
    "brown-whole-all.tsv, FILE, PLURAL, ALL"
  })
  void theBrownCorpusIsCountedAsPythonCountsIt(
      String table, DocumentRule rule, NounForms nouns, VerbForms verbs) throws IOException {
    var text = List.of(new CorpusFile(SharedData.file("corpora/brown.txt.gz")));
    var vocabulary = Vocabulary.of(Paper.nouns(), nouns, Paper.verbs(), verbs);
    var expected = CountsFile.read(TABLES.resolve(table));

    for (int threads : new int[] {1, 2, 5}) {
      var counter = Texts.engine(new Counting(vocabulary, Window.FIVE_GRAM, rule), 50_000);
      var counts = Texts.count(counter, text, threads);

      assertThat(counts.nouns()).isEqualTo(expected.nouns());
      assertThat(counts.verbs()).isEqualTo(expected.verbs());
      assertThat(Texts.array(counts)).isEqualTo(Texts.array(expected));
    }
  }

  @Test
  void wordNetIsCountedAsPythonCountsIt() throws IOException {
    var vocabulary = Vocabulary.of(Paper.nouns(), NounForms.PLURAL, Paper.verbs(), VerbForms.ALL);
    var counting = new Counting(vocabulary, Window.WHOLE_DOCUMENT, DocumentRule.LINE);

    var counts = Texts.count(Texts.engine(counting, 1 << 20), WordNet.texts(), 2);

    assertThat(Texts.array(counts))
        .isEqualTo(Texts.array(CountsFile.read(TABLES.resolve("wordnet-all.tsv"))));
    assertThat(counts.count("celery", "eat")).isEqualTo(5);
    assertThat(counts.totals().documents()).isEqualTo(117_791);
  }

  @Test
  void theNounsOfWordNetAreItsLemmasOfOneWord() throws IOException {
    assertThat(WordNet.nouns())
        .containsAll(Paper.nouns())
        .contains("pitchfork")
        .doesNotContain("eaten", "hot_dog", "");
  }
}
