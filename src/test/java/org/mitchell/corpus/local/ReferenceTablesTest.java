package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.CountsFile;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.WindowWeight;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.corpus.wordnet.WordNet;
import org.mitchell.paper.Paper;
import org.mitchell.testing.SharedData;

/** Our counts of real text against the tables that testdata/corpus/reference_counts.py made. */
class ReferenceTablesTest {
  private static final Path TABLES = Path.of("testdata/corpus");

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "brown, brown-whole-three, PARAGRAPH, THREE, FLAT, false",
    "brown, brown-line-three, LINE, THREE, FLAT, false",
    "brown, brown-whole-all, FILE, ALL, FLAT, false",
    "gcide, gcide-three, PARAGRAPH, THREE, FLAT, false",
    "gcide, gcide-ngram, PARAGRAPH, ALL, NGRAM, false",
    "gcide, gcide-sentences, PARAGRAPH, THREE, FLAT, true",
    "wordnet-glosses, glosses-three, LINE, THREE, FLAT, false",
    "wordnet-glosses, glosses-sentences-ngram, LINE, ALL, NGRAM, true",
  })
  void realTextIsCountedAsPythonCountsIt(
      String corpus,
      String table,
      DocumentRule rule,
      VerbForms verbs,
      WindowWeight weight,
      boolean sentences)
      throws IOException {
    var text = List.of(new CorpusFile(SharedData.file("corpora/" + corpus + ".txt.gz")));
    var nouns = verbs == VerbForms.ALL ? NounForms.PLURAL : NounForms.SINGULAR;
    var vocabulary = Vocabulary.of(Paper.nouns(), nouns, Paper.verbs(), verbs);
    var counting = new Counting(vocabulary, Window.FIVE_GRAM, weight, rule, sentences);
    var expected = CountsFile.read(TABLES.resolve(table + ".tsv"));
    for (int threads : new int[] {1, 2, 5}) {
      var counts = Texts.count(Texts.engine(counting, 50_000), text, threads);

      assertSame(counts, expected);
      assertThat(counts.totals().bytes()).isEqualTo(expected.totals().bytes());
    }
  }

  @Test
  void wordNetIsCountedAsPythonCountsIt() throws IOException {
    var vocabulary = Vocabulary.of(Paper.nouns(), NounForms.PLURAL, Paper.verbs(), VerbForms.ALL);
    var counting = new Counting(vocabulary, Window.WHOLE_DOCUMENT, DocumentRule.LINE);

    var counts = Texts.count(Texts.engine(counting, 1 << 20), WordNet.texts(), 2);

    assertSame(counts, CountsFile.read(TABLES.resolve("wordnet-all.tsv")));
    assertThat(counts.count("celery", "eat")).isEqualTo(5);
  }

  private static void assertSame(Cooccurrences counts, Cooccurrences expected) {
    assertThat(counts.nouns()).isEqualTo(expected.nouns());
    assertThat(counts.verbs()).isEqualTo(expected.verbs());
    assertThat(Texts.array(counts)).isEqualTo(Texts.array(expected));
    assertThat(counts.nounTotals()).isEqualTo(expected.nounTotals());
    assertThat(counts.verbTotals()).isEqualTo(expected.verbTotals());
    assertThat(counts.totals())
        .usingRecursiveComparison()
        .ignoringFields("bytes")
        .isEqualTo(expected.totals());
  }

  @Test
  void theNounsOfWordNetAreItsLemmasOfOneWord() throws IOException {
    assertThat(WordNet.nouns())
        .containsAll(Paper.nouns())
        .contains("pitchfork")
        .doesNotContain("eaten", "hot_dog", "");
  }
}
