package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.WindowWeight;
import org.mitchell.corpus.formats.CorpusFormat;
import org.mitchell.corpus.formats.Damage;
import org.mitchell.corpus.formats.ReadingOptions;
import org.mitchell.corpus.formats.SkippedParts;
import org.mitchell.corpus.formats.YearRange;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.paper.Paper;
import org.mitchell.testing.SharedData;

class NgramCountsTest {
  private static final Vocabulary SAW =
      Vocabulary.of(
          List.of("saw", "celery", "screwdriver"),
          NounForms.PLURAL,
          List.of("see", "eat", "manipulate"),
          VerbForms.ALL);
  private static final Counting COUNTING =
      new Counting(SAW, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);

  @Test
  void nGramWeightsOfRunningTextAreTheCountsOfItsFiveGrams() throws IOException {
    var vocabulary = Vocabulary.of(Paper.nouns(), NounForms.PLURAL, Paper.verbs(), VerbForms.ALL);
    var text = text("corpora/brown.txt.gz");
    var running =
        new Counting(vocabulary, Window.FIVE_GRAM, WindowWeight.NGRAM, DocumentRule.FILE, false);
    var weighed = Texts.count(Texts.engine(running, 50_000), List.of(Texts.of(text)), 2);

    var web1t = new Texts.Memory(fiveGrams(text).getBytes(StandardCharsets.UTF_8));
    var engine =
        Texts.engine(
            new Counting(vocabulary, Window.FIVE_GRAM, DocumentRule.FILE),
            ReadingOptions.DEFAULT,
            Damage.FAIL,
            50_000);
    var counted = Texts.count(engine, List.of(web1t), 2);

    assertThat(Texts.array(counted)).isEqualTo(Texts.array(weighed));
    assertThat(counted.totals().pairs()).isEqualTo(weighed.totals().pairs());
    assertThat(counted.totals().documents()).isEqualTo(weighed.totals().tokens() - 4);
  }

  /** The 5-grams of a text as a Web 1T file, each once with its count. */
  private static String fiveGrams(String text) {
    var tokens = new ArrayList<String>();
    for (String token : text.toLowerCase(Locale.ROOT).split("\\P{L}+")) {
      if (!token.isEmpty()) {
        tokens.add(token);
      }
    }
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + 5 <= tokens.size(); i++) {
      counts.merge(String.join(" ", tokens.subList(i, i + 5)), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(ngram -> ngram.getKey() + "\t" + ngram.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static String text(String name) throws IOException {
    try (var stream = InputFiles.open(SharedData.file(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "celery a b c eat, 5, 1",
    "<S> celery eat </S> <UNK>, 2, 1",
    "<s> celery <unk> eat </s>, 2, 1",
    "celery<S> eat, 3, 1",
    "<UNK> <UNK>, 0, 0",
    "didn't eat celery, 4, 1",
    "celery_eat, 2, 1",
    "celery_NOUN eat_VERB, 4, 1",
    "café celery </S> eat, 3, 1",
    "the quick brown fox jumps over the lazy dog and then it eats some green celery, 16, 1",
  })
  void wordsOfWeb1tAreRunsOfLettersAndMarkersAreNone(String ngram, long tokens, long meetings)
      throws IOException {
    var counts = count(CorpusFormat.WEB1T, ngram + "\t100\n");

    assertThat(counts.totals().tokens()).isEqualTo(100 * tokens);
    assertThat(counts.totals().pairs()).isEqualTo(100 * tokens * Math.max(0, tokens - 1));
    assertThat(counts.totals().documents()).isEqualTo(tokens == 0 ? 0 : 100);
    assertThat(counts.count("celery", "eat")).isEqualTo(100 * meetings);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "saw the celery, true, false",
    "saw_NOUN the_DET celery_NOUN, false, true",
    "saw_NOUN the celery, false, false",
    "saw _DET_ celery, false, false",
    "_START_ saw celery, false, false",
    "celery saw _END_, false, false",
    "_ROOT_ celery saw, false, false",
    "_START_ saw_NOUN celery_NOUN, false, false",
    "saw_NOUN _DET_ celery_NOUN, false, false",
    "saw_NOUN ._. celery_NOUN, false, true",
    "saw_NOUN _. celery_NOUN, false, false",
    "saw celery ._., false, false",
    "saw celery _._, false, false",
    "saw_blade celery, true, false",
    "saw_noun celery, true, false",
    "saw_NOUNS celery, true, false",
    "saw celery_, true, false",
    "saw __ celery, true, false",
    "saw_blade_NOUN celery_NOUN, false, true",
    "saw-mill_NOUN celery_NOUN, false, true",
    "saw's_NOUN celery_NOUN, false, true",
    "café's saw, true, false",
  })
  void entriesCountEitherWithoutAnyTagOrWithOneOnEveryWord(
      String ngram, boolean plain, boolean tagged) throws IOException {
    String line = ngram + "\t1999\t7\t3\n";

    assertThat(count(CorpusFormat.GOOGLE_BOOKS, line).nounTotals().get("saw"))
        .isEqualTo(plain ? 7 : 0);
    assertThat(countTagged(line).nounTotals().get("saw")).isEqualTo(tagged ? 7 : 0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "celery_NOUN saw_NOUN, 1, 0",
    "celery_NOUN saw_VERB, 0, 1",
    "celery_NOUN Saw_VERB, 0, 1",
    "celery_NOUN saw_ADJ, 0, 0",
    "celery_VERB saw_VERB, 0, 1",
    "celery_NOUN seen_VERB, 0, 1",
    "celery_NOUN saw-see_VERB, 0, 2",
  })
  void tagsTellTheSawFromWhatOneSaw(String ngram, long saws, long sees) throws IOException {
    var counts = countTagged(ngram + "\t1999,1,1\n");

    assertThat(counts.nounTotal(0)).isEqualTo(saws);
    assertThat(counts.verbTotal(0)).isEqualTo(sees);
    assertThat(counts.count("celery", "see")).isEqualTo(ngram.contains("celery_NOUN") ? sees : 0);
  }

  @Test
  void longFormsAreMetWithTheirTagToo() throws IOException {
    var counts =
        countTagged(
            "screwdrivers_NOUN Manipulated_VERB\t1999,5,1\n"
                + "screwdriver_VERB manipulating_VERB\t1999,5,1\n"
                + "screwdriversx_NOUN manipulat_VERB\t1999,5,1\n");

    assertThat(counts.count("screwdriver", "manipulate")).isEqualTo(5);
    assertThat(counts.nounTotals().get("screwdriver")).isEqualTo(5);
    assertThat(counts.verbTotals().get("manipulate")).isEqualTo(10);
  }

  @Test
  void onlyYearsOfTheRangeCount() throws IOException {
    String all =
        """
        eat celery\t1979\t1\t1
        eat celery\t1980\t10\t1
        eat celery\t1989\t100\t7\t1
        eat celery\t1990\t1000\t1
        eat celery\t1979,1,1\t1980,10,1\t1989,100,1\t1990,1000,1
        """;

    var years = new YearRange(1980, 1989);
    var counts =
        count(
            new ReadingOptions(Optional.of(CorpusFormat.GOOGLE_BOOKS), "text", false, years), all);

    assertThat(counts.count("celery", "eat")).isEqualTo(220);
    assertThat(counts.totals().documents()).isEqualTo(220);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eat celery",
        "eat celery 12",
        "eat celery\t",
        "eat celery\t12a",
        "eat celery\t-12",
        "eat celery\t1.5",
        "eat celery\t12\t13",
        "eat celery\t1000000000000000",
        "eat celery\t99999999999999999999",
      })
  void aLineOfWeb1tWithoutItsCountIsDamage(String line) throws IOException {
    assertOnlyThisLineIsLeftOut(
        CorpusFormat.WEB1T, line, "an n-gram, a tab and its count is expected");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eat celery",
        "eat celery\t",
        "eat celery\t1999",
        "eat celery\t1999\t12",
        "eat celery\t1999\t12\t3\t4\t5",
        "eat celery\t1999\t12\t",
        "eat celery\t1999\t12,3",
        "eat celery\t1999\tx\t3",
        "eat celery\t19999\t12\t3",
        "eat celery\t1999,12",
        "eat celery\t1999,12,3\t2000",
        "eat celery\t1999,12,3\t2000,13",
        "eat celery\t1999,12,3\t2000,13,x",
        "eat celery\t1999,12,3,2000,13,4",
        "eat celery\t1999,12,3\t",
        "eat celery\t1999,999999999999999,3\t2000,1,1",
      })
  void aLineOfGoogleBooksWithoutItsYearsIsDamage(String line) throws IOException {
    assertOnlyThisLineIsLeftOut(CorpusFormat.GOOGLE_BOOKS, line, "years with their counts");
  }

  private static void assertOnlyThisLineIsLeftOut(CorpusFormat format, String line, String expected)
      throws IOException {
    String good = format == CorpusFormat.WEB1T ? "eat celery\t10\n" : "eat celery\t1999,10,3\n";
    String text = good + "\n \r\n" + line + "\n" + good;
    var options = ReadingOptions.DEFAULT.as(format);
    for (int size : new int[] {1, 9, 1000}) {
      var skipped = new SkippedParts();
      var engine = Texts.engine(COUNTING, options, skipped, size);

      var counts = Texts.count(engine, List.of(Texts.of(text)), 2);

      assertThat(counts.count("celery", "eat")).isEqualTo(20);
      assertThat(skipped.count()).isEqualTo(1);
      var part = skipped.parts().get(0);
      assertThat(part.file()).isEqualTo("memory");
      assertThat(part.offset()).isEqualTo(good.length() + 4);
      assertThat(part.reason())
          .startsWith("got the line '" + line.replace("\t", "\\t") + "'")
          .contains(expected);
    }
    assertThatThrownBy(() -> count(options, text))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("memory: at byte " + (good.length() + 4) + ": got the line");
  }

  @Test
  void longDamagedLinesAreShownInPart() {
    assertThatThrownBy(() -> count(CorpusFormat.WEB1T, "eat\u0000ing " + "é".repeat(500) + "\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("got the line 'eat ing " + "é".repeat(52) + "...' where");
  }

  @Test
  void theLargestCountCounts() throws IOException {
    var counts = count(CorpusFormat.WEB1T, "eat celery\t999999999999999");

    assertThat(counts.count("celery", "eat")).isEqualTo(999_999_999_999_999L);
  }

  @Test
  void malformedBytesAreCountedOnceForEachLine() throws IOException {
    byte[] line = "caf\u00e9 celery eat\t12\n".getBytes(StandardCharsets.ISO_8859_1);
    var options = ReadingOptions.DEFAULT.as(CorpusFormat.WEB1T).in("UTF-8");

    var counts =
        Texts.count(
            Texts.engine(COUNTING, options, Damage.FAIL, 8), List.of(new Texts.Memory(line)), 1);

    assertThat(counts.totals().malformed()).isEqualTo(1);
    assertThat(counts.count("celery", "eat")).isEqualTo(12);
  }

  private static Cooccurrences countTagged(String text) throws IOException {
    return count(
        new ReadingOptions(Optional.of(CorpusFormat.GOOGLE_BOOKS), "text", true, YearRange.ALL),
        text);
  }

  private static Cooccurrences count(CorpusFormat format, String text) throws IOException {
    return count(ReadingOptions.DEFAULT.as(format), text);
  }

  private static Cooccurrences count(ReadingOptions options, String text) throws IOException {
    return Texts.count(
        Texts.engine(COUNTING, options, Damage.FAIL, 1 << 20), List.of(Texts.of(text)), 1);
  }
}
