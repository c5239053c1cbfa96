package org.mitchell.corpus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.corpus.Cooccurrences;
import org.mitchell.corpus.CorpusTotals;
import org.mitchell.corpus.Counting;
import org.mitchell.corpus.DocumentRule;
import org.mitchell.corpus.Vocabulary;
import org.mitchell.corpus.Window;
import org.mitchell.corpus.WindowWeight;
import org.mitchell.corpus.formats.CorpusFile;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.files.InputException;
import org.mitchell.words.NastyText;
import org.mitchell.words.ReferenceTokens;

class LocalEngineTest {
  private static final Vocabulary CELERY =
      Vocabulary.of(
          List.of("celery"), NounForms.SINGULAR, List.of("taste", "eat"), VerbForms.THREE);

  /** Saw is the tool and the past of see; axes is the plural of axe and of axis. */
  private static final Vocabulary OVERLAPPING =
      Vocabulary.of(
          List.of("saw", "axe", "axis", "café"),
          NounForms.PLURAL,
          List.of("see", "saw", "eat"),
          VerbForms.ALL);

  @Test
  void thePapersThreeFormsAreSummed() throws IOException {
    var counts =
        Texts.count(
            fiveGram(CELERY),
            "I taste celery: it tastes: Celery! He tasted (celery), tasting no CELERY");

    // celery is at 2, 5, 8, 11; taste at 1 meets two, tastes at 4 three, tasted at 7 three; tasting
    // is no form
    assertThat(counts.count("celery", "taste")).isEqualTo(8);
    assertThat(counts.count("celery", "eat")).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "celery a b c eat, 1",
    "celery a b c d eat, 0",
    "eat a b c celery, 1",
    "eat a b c d celery, 0",
    "celery eat, 1",
    "celery eat celery, 2",
    "eat celery ate, 2",
    "celery 1 2 3 4 5 6 eat, 1",
    "celery don't o'er eat, 0"
  })
  void aDistanceOfFourTokensCountsAndFiveDoesNot(String text, long expected) throws IOException {
    assertThat(Texts.count(fiveGram(CELERY), text).count("celery", "eat")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "FILE, 1, 1",
    "PARAGRAPH, 0, 2",
    "LINE, 0, 2",
  })
  void windowsNeverCrossABlankLine(DocumentRule rule, long expected, long documents)
      throws IOException {
    var counts = Texts.count(new Counting(CELERY, Window.FIVE_GRAM, rule), "celery\r\n \t\r\neat");

    assertThat(counts.count("celery", "eat")).isEqualTo(expected);
    assertThat(counts.totals().documents()).isEqualTo(documents);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "FILE, 1, 1",
    "PARAGRAPH, 1, 1",
    "LINE, 0, 2",
  })
  void onlyALineRuleSplitsAtALineFeed(DocumentRule rule, long expected, long documents)
      throws IOException {
    var counts = Texts.count(new Counting(CELERY, Window.FIVE_GRAM, rule), "\n\ncelery\neat\n\n\n");

    assertThat(counts.count("celery", "eat")).isEqualTo(expected);
    assertThat(counts.totals()).isEqualTo(new CorpusTotals(documents, 2, 2 * expected, 15, 0));
  }

  @Test
  void windowsNeverCrossFiles() throws IOException {
    var texts = List.of(Texts.of("celery"), Texts.of("eat"));

    var counts = Texts.count(Texts.engine(fiveGram(CELERY), 1 << 20), texts, 1);

    assertThat(counts.count("celery", "eat")).isZero();
    assertThat(counts.totals().documents()).isEqualTo(2);
  }

  @Test
  void aWholeDocumentIsAWindow() throws IOException {
    var counting = new Counting(CELERY, Window.WHOLE_DOCUMENT, DocumentRule.LINE);

    var counts = Texts.count(counting, "celery " + "a ".repeat(50) + "eat ate celery\neat");

    assertThat(counts.count("celery", "eat")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, Integer.MAX_VALUE})
  void aTokenThatIsNounAndVerbNeverMeetsItself(int window) throws IOException {
    var counting = new Counting(OVERLAPPING, new Window(window), DocumentRule.FILE);

    assertThat(Texts.count(counting, "saw").count("saw", "see")).isZero();
    assertThat(Texts.count(counting, "saw saw").count("saw", "see")).isEqualTo(2);
    assertThat(Texts.count(counting, "saw axes").count("axis", "saw")).isEqualTo(1);
    assertThat(Texts.count(counting, "saw axes").count("axe", "see")).isEqualTo(1);
  }

  @Test
  void lettersBeyondAsciiBelongToTokens() throws IOException {
    var counts =
        Texts.count(fiveGram(OVERLAPPING), "CAFÉ\u2014eat, caf eats; cafés\u00a0ate xcaféx");

    assertThat(counts.count("café", "eat")).isEqualTo(5);
    assertThat(counts.totals().tokens()).isEqualTo(7);
  }

  @Test
  void malformedBytesSeparateAndNothingElse() throws IOException {
    var random = new Random(3);
    var counting = new Counting(OVERLAPPING, new Window(3), DocumentRule.PARAGRAPH);
    for (int round = 0; round < 200; round++) {
      var out = new ByteArrayOutputStream();
      for (int i = 0; i < 60; i++) {
        byte[] noise = new byte[random.nextInt(4)];
        random.nextBytes(noise);
        out.writeBytes(
            List.of("saw", "eat", "axes", "café")
                .get(random.nextInt(4))
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(noise);
      }
      byte[] bytes = out.toByteArray();

      var counts = Texts.count(Texts.engine(counting, 7), List.of(new Texts.Memory(bytes)), 1);

      String decoded = new String(bytes, StandardCharsets.UTF_8);
      assertCounts(counts, ReferenceCounter.count(counting, decoded), decoded);
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfAWord() throws IOException {
    var counts = Texts.count(fiveGram(CELERY), "\ufeffcelery eat");

    assertThat(counts.count("celery", "eat")).isEqualTo(1);
    assertThat(counts.totals()).isEqualTo(new CorpusTotals(1, 2, 2, 13, 0));
  }

  @Test
  void malformedBytesAreCounted() throws IOException {
    byte[] bytes = "eat caf\u00e9 saw\u00a0it".getBytes(StandardCharsets.ISO_8859_1);

    var counts =
        Texts.count(Texts.engine(fiveGram(CELERY), 9), List.of(new Texts.Memory(bytes)), 1);

    assertThat(counts.totals().malformed()).isEqualTo(2);
    assertThat(counts.totals().tokens()).isEqualTo(4);
  }

  /** Every window, weight and bound that there is for a rule of documents. */
  private static List<Counting> countings(DocumentRule rule) {
    var all = new ArrayList<Counting>();
    for (boolean sentences : new boolean[] {false, true}) {
      for (int window : new int[] {1, 2, 4, 9, 40, Integer.MAX_VALUE}) {
        for (var weight : WindowWeight.values()) {
          if (weight == WindowWeight.FLAT || window < Integer.MAX_VALUE) {
            all.add(new Counting(OVERLAPPING, new Window(window), weight, rule, sentences));
          }
        }
      }
    }
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(DocumentRule.class)
  void cutsAtEveryPlaceGiveTheSameCounts(DocumentRule rule) throws IOException {
    String text =
        "The saw, she saw, is eaten.\n \nAxes ate  a\n\ncafé\r\n\t\r\n"
            + "eating (3 axes!) Saws see\nseen café-axis\n\n\n\nsaw";
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    for (var counting : countings(rule)) {
      var expected = ReferenceCounter.count(counting, text);
      for (int size = 1; size <= length + 1; size++) {
        var counts = Texts.count(Texts.engine(counting, size), List.of(Texts.of(text)), 1);

        assertCounts(counts, expected, counting.window() + " pieces of " + size);
        assertThat(counts.totals().bytes()).isEqualTo(length);
      }
    }
  }

  @Test
  void cutsAtEveryPlaceGiveTheSameCountsAmongMarksAndInvisibleCharacters() throws IOException {
    for (int seed = 0; seed < 4; seed++) {
      String text = NastyText.of(new Random(seed), 80) + "c".repeat(70) + " cafe\u0301 ea\u00adt.";
      var words = ReferenceTokens.of(text).stream().distinct().toList();
      var vocabulary = Vocabulary.of(words, NounForms.SINGULAR, words, VerbForms.BASE);
      var counting = new Counting(vocabulary, Window.FIVE_GRAM, DocumentRule.LINE);
      var expected = ReferenceCounter.count(counting, text);
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      for (int size = 1; size <= length + 1; size++) {
        var counts = Texts.count(Texts.engine(counting, size), List.of(Texts.of(text)), 1);

        assertCounts(counts, expected, "seed " + seed + ", pieces of " + size);
      }
    }
  }

  @Test
  void textWithoutSpacesIsCutBetweenWords() throws IOException {
    // A token of 13 bytes, and 16 MB are no multiple of that: the cut would be within one.
    String word = "\u0e01\u0e31cafe\u0301\u3002";
    String text = word.repeat((1 << 24) / 13 + 1000);
    var counting =
        new Counting(
            Vocabulary.of(
                List.of("\u0e01\u0e31caf\u00e9"), NounForms.SINGULAR, List.of("x"), VerbForms.BASE),
            Window.FIVE_GRAM,
            DocumentRule.FILE);

    var counts = Texts.count(Texts.engine(counting, 1 << 20), List.of(Texts.of(text)), 1);

    long words = text.length() / word.length();
    assertThat(counts.totals().tokens()).isEqualTo(words);
    assertThat(counts.nounTotals()).containsEntry("\u0e01\u0e31caf\u00e9", words);
    assertThat(counts.totals().malformed()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(DocumentRule.class)
  void anyNumberOfThreadsGivesTheSlowCountersCounts(DocumentRule rule) throws IOException {
    var texts = IntStream.range(0, 3).mapToObj(seed -> randomText(seed, 700)).toList();
    for (var counting : countings(rule)) {
      var expected = ReferenceCounter.count(counting, texts.toArray(String[]::new));
      for (int threads : new int[] {1, 2, 5}) {
        var engine = Texts.engine(counting, 100);

        var counts = Texts.count(engine, texts.stream().map(Texts::of).toList(), threads);

        assertCounts(counts, expected, counting.window() + ", threads " + threads);
      }
    }
  }

  @Test
  void longAsciiTextsAreCountedAsTheSlowCounterDoes() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      String text = randomText(seed, 500).replaceAll("[éü]", "e");
      for (var rule : DocumentRule.values()) {
        var counting =
            new Counting(OVERLAPPING, Window.FIVE_GRAM, WindowWeight.NGRAM, rule, seed % 2 == 0);

        assertCounts(
            Texts.count(counting, text), ReferenceCounter.count(counting, text), "seed " + seed);
      }
    }
  }

  @ParameterizedTest(name = "{0} windows of {1}")
  @CsvSource({"FLAT, 1", "FLAT, 4", "FLAT, 300", "FLAT, 2000", "NGRAM, 1", "NGRAM, 4"})
  void longDocumentsAreCountedAsTheSlowCounterDoes(WindowWeight weight, int window)
      throws IOException {
    var counting = new Counting(OVERLAPPING, new Window(window), weight, DocumentRule.FILE, false);
    String text = randomText(window, 4_000);

    assertCounts(
        Texts.count(counting, text), ReferenceCounter.count(counting, text), counting.toString());
  }

  private static void assertCounts(
      Cooccurrences counts, ReferenceCounter.Counted expected, String what) {
    var totals = counts.totals();
    var counted =
        new ReferenceCounter.Counted(
            Texts.array(counts),
            counts.nounTotals().values().stream().mapToLong(Long::longValue).toArray(),
            counts.verbTotals().values().stream().mapToLong(Long::longValue).toArray(),
            totals.documents(),
            totals.tokens(),
            totals.pairs());
    assertThat(counted).as(what).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void aTruncatedGzipIsNamedWithThePlace(@TempDir Path folder) throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(randomText(1, 100_000).getBytes(StandardCharsets.UTF_8));
    }
    Path file =
        Files.write(
            folder.resolve("half.txt.gz"), Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2));

    assertThatThrownBy(() -> countFile(file))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            ".*half.txt.gz: at byte [1-9][0-9,]+: the gzip data are damaged or cut short .*");
  }

  @Test
  void damageInsideAGzipIsNamedWithThePlace(@TempDir Path folder) throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(randomText(1, 100_000).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = zipped.toByteArray();
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 50, (byte) 0xff);
    Path file = Files.write(folder.resolve("bad.gz"), bytes);

    assertThatThrownBy(() -> countFile(file))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            ".*bad.gz: at byte [1-9][0-9,]+: the gzip data are damaged or cut short .*its bytes are"
                + " damaged.*");
  }

  private static Cooccurrences countFile(Path file) throws IOException {
    return Texts.count(
        Texts.engine(fiveGram(OVERLAPPING), 1 << 20), List.of(new CorpusFile(file)), 2);
  }

  private static Counting fiveGram(Vocabulary vocabulary) {
    return new Counting(vocabulary, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
  }

  /** {@code words} words, of which about half are of the vocabulary. */
  private static String randomText(int seed, int words) {
    var random = new Random(seed);
    var choice =
        List.of(
            "saw", "Axes", "axis", "cafés", "SEES", "eaten", "the", "a", "of", "it", "ünder", "x");
    var space = List.of(" ", " ", " ", ", ", "\n", "\n\n", "-", " \n \n");
    return IntStream.range(0, words)
        .mapToObj(
            i ->
                choice.get(random.nextInt(choice.size())) + space.get(random.nextInt(space.size())))
        .collect(Collectors.joining());
  }
}
