package org.mitchell.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.testing.SharedData;

class CorpusVocabularyTest {
  @TempDir private Path folder;

  @Test
  void theMostFrequentWordsComeFirstAndTiesByTheirLetters() throws IOException {
    Path text = Files.writeString(folder.resolve("t"), "b a b\n\nÉté c a, été b! zoo éTÉ");
    Path out = folder.resolve("words.tsv");

    Ran ran = Ran.mitchell("corpus", "vocabulary", "--corpus", text, "--out", out).succeeds();

    assertThat(out).hasContent("word\tcount\nb\t3\nété\t3\na\t2\nc\t1\nzoo\t1\n");
    assertThat(ran.out()).contains("10 tokens, 5 different words");
    var json = Ran.json(folder.resolve("words.json"));
    assertThat(json.path("types").asInt()).isEqualTo(5);
    assertThat(json.path("tokens").asInt()).isEqualTo(10);
  }

  @Test
  void someAreLeftOutOnRequest() throws IOException {
    Path text = Files.writeString(folder.resolve("t"), "b a b c a b");
    Path out = folder.resolve("words.tsv");

    Ran.mitchell("corpus", "vocabulary", "--corpus", text, "--skip", 1, "--most", 1, "--out", out)
        .succeeds();

    assertThat(out).hasContent("word\tcount\na\t2\n");
  }

  @Test
  void anNgramCountsAsOftenAsItSays() throws IOException {
    Path text = Files.writeString(folder.resolve("t"), "we eat celery\t40\nwe eat\t2\n");
    Path out = folder.resolve("words.tsv");

    Ran.mitchell("corpus", "vocabulary", "--corpus", text, "--format", "web1t", "--out", out)
        .succeeds();

    assertThat(out).hasContent("word\tcount\neat\t42\nwe\t42\ncelery\t40\n");
  }

  @Test
  void aTableNamedGzIsCompressedAndServesAsOtherTablesDo() throws IOException {
    Path text = Files.writeString(folder.resolve("t"), "a dog eats celery and a dog runs");
    Path plain = folder.resolve("plain.tsv");
    Path zipped = folder.resolve("zipped.tsv.gz");
    Ran.mitchell("corpus", "vocabulary", "--corpus", text, "--out", plain).succeeds();
    Ran.mitchell("corpus", "vocabulary", "--corpus", text, "--out", zipped).succeeds();

    try (var in = new GZIPInputStream(Files.newInputStream(zipped))) {
      assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
    }
    assertThat(folder.resolve("zipped.json")).isNotEmptyFile();
    Path counts = folder.resolve("c.tsv");
    Ran.mitchell("corpus", "count", "--corpus", text, "--verbs", zipped, "--out", counts)
        .succeeds();
    assertThat(counts).content().contains("celery\tdog\t2\n");
  }

  @Test
  void theBrownCorpusHasTheWordsThatAPlainMapCounts() throws IOException {
    Path brown = SharedData.file("corpora/brown.txt.gz");
    var counts = new TreeMap<String, Long>();
    try (var in = new GZIPInputStream(Files.newInputStream(brown))) {
      for (String word : new String(in.readAllBytes(), "UTF-8").split("\\P{L}+")) {
        if (!word.isEmpty()) {
          counts.merge(word.toLowerCase(Locale.ROOT), 1L, Long::sum);
        }
      }
    }
    List<String> expected =
        counts.entrySet().stream()
            .sorted(Comparator.comparingLong(entry -> -entry.getValue()))
            .limit(3000)
            .map(entry -> entry.getKey() + "\t" + entry.getValue())
            .toList();
    Path out = folder.resolve("words.tsv");

    for (int threads : new int[] {1, 3}) {
      Ran.mitchell(
              "corpus",
              "vocabulary",
              "--corpus",
              brown,
              "--most",
              3000,
              "--threads",
              threads,
              "--out",
              out)
          .succeeds();

      List<String> rows = Files.readAllLines(out);
      assertThat(rows.subList(1, rows.size())).isEqualTo(expected);
      assertThat(Ran.json(folder.resolve("words.json")).path("types").asInt())
          .isEqualTo(counts.size());
    }
    try (var left = Files.list(folder)) {
      assertThat(left).hasSize(2);
    }
  }

  @Test
  void theWordsServeAsVerbs() throws IOException {
    Path text = Files.writeString(folder.resolve("t"), "a dog eats celery and a dog runs");
    Path words = folder.resolve("words.tsv");
    Ran.mitchell("corpus", "vocabulary", "--corpus", text, "--out", words).succeeds();

    Ran.mitchell(
            "corpus", "count", "--corpus", text, "--verbs", words, "--out", folder.resolve("c.tsv"))
        .succeeds();

    assertThat(folder.resolve("c.tsv")).content().contains("celery\tdog\t2\n");
  }
}
