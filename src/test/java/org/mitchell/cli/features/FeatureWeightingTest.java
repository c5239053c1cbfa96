package org.mitchell.cli.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Ran;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.FeatureTable;

/** {@code features build --weighting}, against the tables of testdata/features/weightings.py. */
class FeatureWeightingTest {
  private static final Path FIXTURES = Path.of("testdata/features");
  private static final Path TEXT = FIXTURES.resolve("text.txt");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"raw", "unit", "pmi", "ppmi", "log"})
  void textAndCountsGiveWhatAPlainProgramGives(String weighting) throws IOException {
    Path counts = folder.resolve("counts.tsv.gz");
    Path fromText = folder.resolve("text.tsv");
    Path fromCounts = folder.resolve("again.tsv.gz");
    Object[] words = {"--nouns", nouns(), "--verbs", verbs()};

    run("corpus", "count", words, "--corpus", TEXT, "--out", counts);
    run("features", "build", words, "--corpus", TEXT, "--weighting", weighting, "--out", fromText);
    Ran.mitchell(
            "features", "build", "--counts", counts, "--weighting", weighting, "--out", fromCounts)
        .succeeds();

    var expected = read(FIXTURES.resolve("weighted-" + weighting + ".tsv"));
    for (var space : new FeatureSpace[] {read(fromText), read(fromCounts)}) {
      assertThat(space.words()).isEqualTo(expected.words());
      assertThat(space.features()).isEqualTo(expected.features());
      for (int w = 0; w < space.words().size(); w++) {
        assertThat(space.row(w))
            .as(space.words().get(w))
            .containsExactly(expected.row(w), within(1e-14));
      }
    }
    for (String record : new String[] {"again.json", "text.json"}) {
      var parameters = Ran.json(folder.resolve(record)).path("provenance").path("parameters");
      assertThat(parameters.path("weighting").asString("")).isEqualTo(weighting);
    }
  }

  @Test
  void theBuiltInCorpusIsWeightedTooAndRawUnlessAsked() throws IOException {
    Path usual = folder.resolve("usual.tsv");
    Path raw = folder.resolve("raw.tsv");
    Path log = folder.resolve("log.tsv");
    Path pmi = folder.resolve("pmi.tsv");
    Ran.mitchell("features", "build", "--out", usual).succeeds();
    Ran.mitchell("features", "build", "--weighting", "raw", "--out", raw).succeeds();
    Ran.mitchell("features", "build", "--weighting", "log", "--out", log).succeeds();
    Ran.mitchell("features", "build", "--weighting", "PMI", "--out", pmi).succeeds();

    assertThat(raw).hasSameBinaryContentAs(usual);
    double[] celery = read(usual).vector("celery").orElseThrow();
    double[] logs = read(log).vector("celery").orElseThrow();
    double[] information = read(pmi).vector("celery").orElseThrow();
    int eat = read(usual).features().indexOf("eat");
    assertThat(celery[eat]).isEqualTo(5);
    assertThat(logs[eat]).isCloseTo(1.791759469228055, within(1e-15)); // ln 6
    assertThat(information[eat]).as("celery is eaten more than by chance").isGreaterThan(3);
  }

  @Test
  void countsOfOthersHaveNoPmi() throws IOException {
    Path counts =
        Files.writeString(folder.resolve("c.tsv"), "noun\tverb\tcount\nbee\tsee\t3\nbee\teat\t4\n");
    Path out = folder.resolve("out.tsv");

    assertThat(
            Ran.mitchell(
                    "features", "build", "--counts", counts, "--weighting", "pmi", "--out", out)
                .failsWith(1)
                .err())
        .contains("c.tsv: weighting pmi needs", "mitchell corpus count");
    assertThat(out).doesNotExist();
    Ran.mitchell("features", "build", "--counts", counts, "--weighting", "unit", "--out", out)
        .succeeds();
    assertThat(read(out).row(0)).containsExactly(0.6, 0.8);
  }

  private void run(String command, String sub, Object[] words, Object... more) {
    var all = new ArrayList<Object>(List.of(command, sub));
    all.addAll(List.of(words));
    all.addAll(List.of(more));
    Ran.mitchell(all.toArray()).succeeds();
  }

  private Path nouns() throws IOException {
    return Files.writeString(
        folder.resolve("nouns.txt"), "dog\ncat\nbee\ncelery\nsaw\nkey\ndoor\nigloo\n");
  }

  private Path verbs() throws IOException {
    return Files.writeString(folder.resolve("verbs.txt"), "see\nhear\neat\nsay\ndrive\n");
  }

  private static FeatureSpace read(Path table) throws IOException {
    return FeatureTable.read(table).space();
  }
}
