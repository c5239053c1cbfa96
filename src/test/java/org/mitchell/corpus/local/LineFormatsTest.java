package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.CountsFile;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.YearRange;
import org.mitchell.testing.EveryFormat;

/**
 * Our counts of corpora in the formats of lines against the tables that
 * testdata/corpus/formats/reference_formats.py made of the same files.
 */
class LineFormatsTest {
  private static final Path FOLDER = Path.of("testdata/corpus/formats");

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "web1t.txt, web1t, false, , ",
    "google-2009.txt, google-2009, false, , ",
    "google-2012.txt, google-2012, false, , ",
    "google-2020.txt, google-2020, false, , ",
    "google-2009.txt, google-2009-1980-1999, false, 1980, 1999",
    "google-2012.txt, google-2012-1980-1999, false, 1980, 1999",
    "google-2020.txt, google-2020-1980-1999, false, 1980, 1999",
    "google-2012.txt, google-2012-tagged, true, , ",
    "google-2020.txt, google-2020-tagged, true, , ",
  })
  void nGramsAreCountedAsPythonCountsThem(
      String corpus, String table, boolean tagged, Integer from, Integer to) throws IOException {
    var years = from == null ? YearRange.ALL : new YearRange(from, to);
    var options = new ReadingOptions(Optional.empty(), "text", tagged, years);
    // What n-grams are, windows and documents of running text do not change.
    var counting = new Counting(EveryFormat.VOCABULARY, new Window(1), DocumentRule.PARAGRAPH);

    assertCountedInAnyPieces(corpus, table, counting, options);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "text, FILE, documents-text",
    "text, PARAGRAPH, documents-text-paragraph",
    "meta.body, FILE, documents-meta.body",
  })
  void jsonLinesAreCountedAsPythonCountsThem(String field, DocumentRule rule, String table)
      throws IOException {
    var options = new ReadingOptions(Optional.empty(), field, false, YearRange.ALL);

    assertCountedInAnyPieces(
        "documents.jsonl",
        table,
        new Counting(EveryFormat.VOCABULARY, Window.FIVE_GRAM, rule),
        options);
  }

  /** The format is left to be told by the content. */
  private static void assertCountedInAnyPieces(
      String corpus, String table, Counting counting, ReadingOptions options) throws IOException {
    var expected = CountsFile.read(FOLDER.resolve(table + ".tsv"));
    var texts = List.of(new Texts.Memory(Files.readAllBytes(FOLDER.resolve(corpus))));
    long bytes =
        Texts.count(Texts.engine(counting, options, Damage.FAIL, 1 << 20), texts, 1)
            .totals()
            .bytes();
    for (int size : new int[] {1, 7, 41, 500, 5_000}) {
      for (int threads : new int[] {1, 3}) {
        var engine = Texts.engine(counting, options, Damage.FAIL, size);

        var counts = Texts.count(engine, texts, threads);

        String what = "pieces of " + size + ", threads " + threads;
        assertEqual(counts, expected, what);
        assertThat(counts.totals().bytes()).as(what).isEqualTo(bytes);
      }
    }
  }

  private static void assertEqual(Cooccurrences counts, Cooccurrences expected, String what) {
    assertThat(Texts.array(counts)).as(what).isEqualTo(Texts.array(expected));
    assertThat(counts.nounTotals()).as(what).isEqualTo(expected.nounTotals());
    assertThat(counts.verbTotals()).as(what).isEqualTo(expected.verbTotals());
    assertThat(counts.totals())
        .as(what)
        .usingRecursiveComparison()
        .ignoringFields("bytes")
        .isEqualTo(expected.totals());
  }
}
