package org.mitchell.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.files.InputException;

class CooccurrenceCounterTest {
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
    assertThat(counts.totals()).isEqualTo(new CorpusTotals(documents, 2, 15));
  }

  @Test
  void windowsNeverCrossFiles() throws IOException {
    var texts = List.of(Texts.of("celery"), Texts.of("eat"));

    var counts = Texts.count(new CooccurrenceCounter(fiveGram(CELERY)), texts, 1);

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

      var counts =
          Texts.count(new CooccurrenceCounter(counting, 7), List.of(new Texts.Memory(bytes)), 1);

      String decoded = new String(bytes, StandardCharsets.UTF_8);
      assertThat(Texts.array(counts))
          .as(decoded)
          .isEqualTo(ReferenceCounter.count(counting, decoded));
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(DocumentRule.class)
  void cutsAtEveryPlaceGiveTheSameCounts(DocumentRule rule) throws IOException {
    String text =
        "The saw, she saw, is eaten.\n \nAxes ate  a\n\ncafé\r\n\t\r\n"
            + "eating 3 axes; saws see\nseen café-axis\n\n\n\nsaw";
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    for (int window : new int[] {1, 2, 4, 9, Integer.MAX_VALUE}) {
      var counting = new Counting(OVERLAPPING, new Window(window), rule);
      long[] expected = ReferenceCounter.count(counting, text);
      int documents = ReferenceCounter.documents(rule, text).size();
      for (int size = 1; size <= length + 1; size++) {
        var counts =
            Texts.count(new CooccurrenceCounter(counting, size), List.of(Texts.of(text)), 1);

        assertThat(Texts.array(counts))
            .as("window %d, chunks of %d", window, size)
            .isEqualTo(expected);
        assertThat(counts.totals()).isEqualTo(new CorpusTotals(documents, 18, length));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(DocumentRule.class)
  void anyNumberOfThreadsGivesTheSlowCountersCounts(DocumentRule rule) throws IOException {
    var texts = IntStream.range(0, 3).mapToObj(seed -> randomText(seed, 4000)).toList();
    for (int window : new int[] {4, 40, Integer.MAX_VALUE}) {
      var counting = new Counting(OVERLAPPING, new Window(window), rule);
      long[] expected = new long[12];
      long documents = 0;
      for (String text : texts) {
        long[] counts = ReferenceCounter.count(counting, text);
        Arrays.setAll(expected, i -> expected[i] + counts[i]);
        documents += ReferenceCounter.documents(rule, text).size();
      }
      for (int threads : new int[] {1, 2, 5}) {
        var counter = new CooccurrenceCounter(counting, 100);

        var counts = Texts.count(counter, texts.stream().map(Texts::of).toList(), threads);

        assertThat(Texts.array(counts))
            .as("window %d, %d threads", window, threads)
            .isEqualTo(expected);
        assertThat(counts.totals().documents()).isEqualTo(documents);
        assertThat(counts.totals().tokens()).isEqualTo(12_000);
      }
    }
  }

  @Test
  void countsOfPartsAddUp() throws IOException {
    var counting = new Counting(OVERLAPPING, Window.FIVE_GRAM, DocumentRule.PARAGRAPH);
    var first = new TextCounter(counting);
    var second = new TextCounter(counting);
    for (String part : List.of("saw eat\n", "axes eaten")) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      first.text(bytes, 0, bytes.length);
      second.text(bytes, 0, bytes.length);
      second.endDocument();
    }

    var sum = first.cooccurrences().plus(second.cooccurrences());

    assertThat(sum.count("axe", "eat")).isEqualTo(2 + 1);
    assertThat(sum.count("saw", "eat")).isEqualTo(2 + 1);
    assertThat(sum.totals()).isEqualTo(new CorpusTotals(3, 8, 36));
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
            ".*half.txt.gz: damaged or cut short: .*Unexpected end.*, after [1-9][0-9,]+ bytes of"
                + " content.*");
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
            ".*bad.gz: damaged or cut short: .*invalid.*, after [0-9,]+ bytes of content.*");
  }

  private static Cooccurrences countFile(Path file) throws IOException {
    return Texts.count(
        new CooccurrenceCounter(fiveGram(OVERLAPPING)), CorpusFiles.under(List.of(file)), 2);
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
