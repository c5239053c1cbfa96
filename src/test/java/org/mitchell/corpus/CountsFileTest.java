package org.mitchell.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.files.InputException;
import org.mitchell.provenance.BuildInfo;
import org.mitchell.provenance.Provenance;
import tools.jackson.databind.json.JsonMapper;

class CountsFileTest {
  @TempDir Path folder;

  @Test
  void everyPairIsARowAndTheJsonSaysWhatMadeIt() throws IOException {
    Path table = folder.resolve("counts.tsv");
    var counts = counts();

    assertThat(CountsFile.write(table, counts, record()))
        .containsExactly(table, folder.resolve("counts.json"));

    assertThat(table)
        .hasContent(
            "noun\tverb\tcount\nbee\tsee\t3\nbee\teat\t0\nant\tsee\t0\nant\teat\t12345678901\n");
    var json = JsonMapper.shared().readTree(Files.readString(folder.resolve("counts.json")));
    assertThat(json.toString())
        .isEqualTo(
            ("{'documents':2,'tokens':70,'pairs':300,'bytes':512,'malformedBytes':3,"
                    + "'skipped':[{'file':'a.txt'}],'seconds':0.25,"
                    + "'provenance':{'tool':{'name':'mitchell','version':'9.9','commit':'abc'},"
                    + "'arguments':['corpus','count'],'inputs':[{'path':'a.txt','bytes':512,"
                    + "'modified':'2020-01-02T03:04:05Z','sha256':'00ff','hashed':'all'}],"
                    + "'parameters':{'window':4},'skippedCount':1,'skipped':[{'file':'a.txt'}]},"
                    + "'nounTotals':{'bee':7,'ant':8},'verbTotals':{'see':9,'eat':10}}")
                .replace('\'', '"'));
  }

  @Test
  void whatIsWrittenReadsBack() throws IOException {
    Path table = folder.resolve("counts.tsv");
    CountsFile.write(table, counts(), record());

    var read = CountsFile.read(table);

    assertThat(read.nouns()).containsExactly("bee", "ant");
    assertThat(read.verbs()).containsExactly("see", "eat");
    assertThat(read.count("ant", "eat")).isEqualTo(12_345_678_901L);
    assertThat(read.totals()).isEqualTo(totals());
  }

  @Test
  void aNameThatEndsInGzIsWrittenGzipped() throws IOException {
    Path table = folder.resolve("counts.tsv.gz");

    assertThat(CountsFile.write(table, counts(), record()))
        .containsExactly(table, folder.resolve("counts.json"));

    try (var inflated = new GZIPInputStream(Files.newInputStream(table))) {
      assertThat(new String(inflated.readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(
              "noun\tverb\tcount\nbee\tsee\t3\nbee\teat\t0\nant\tsee\t0\nant\teat\t12345678901\n");
    }
    assertThat(CountsFile.read(table).totals().tokens()).isEqualTo(70);
  }

  @Test
  void rowsMayComeInAnyOrder() throws IOException {
    var rows = new ArrayList<String>();
    for (int verb = 0; verb < 30; verb++) {
      for (int noun = 0; noun < 20; noun++) {
        rows.add("n%d\tv%d\t%d".formatted(noun, verb, 100 * noun + verb));
      }
    }
    var shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(1));
    for (List<String> order : List.of(rows, shuffled)) {
      var read =
          CountsFile.read(
              Files.writeString(
                  folder.resolve("any.tsv"), "noun\tverb\tcount\n" + String.join("\n", order)));

      assertThat(read.nouns()).hasSize(20).startsWith(order.get(0).split("\t")[0]);
      assertThat(read.verbs()).hasSize(30).startsWith(order.get(0).split("\t")[1]);
      for (String row : rows) {
        String[] cells = row.split("\t");
        assertThat(read.count(cells[0], cells[1])).as(row).isEqualTo(Long.parseLong(cells[2]));
      }
    }
  }

  @Test
  void namesMayHoldWhatSeparatesCells() throws IOException {
    Path table = folder.resolve("odd.tsv");
    var names = List.of("tab\there", "say \"hi\"", "two\nlines");
    var odd =
        new Cooccurrences(
            names, List.of("see"), new long[] {1, 2, 3}, new long[3], new long[1], totals());
    CountsFile.write(table, odd, record());

    var read = CountsFile.read(table);

    assertThat(read.nouns()).isEqualTo(names);
    assertThat(read.count(2, 0)).isEqualTo(3);
  }

  @Test
  void aLargeTableWithoutItsZerosIsRefusedBeforeItFillsTheMemory() throws IOException {
    var rows = new StringBuilder("noun\tverb\tcount\n");
    for (int i = 0; i < 50_000; i++) {
      rows.append("n%d\tv%d\t1\n".formatted(i, i));
    }
    Path table = Files.writeString(folder.resolve("sparse.tsv"), rows);

    assertThatThrownBy(() -> CountsFile.read(table))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            ".*sparse.tsv: line \\d+: got [\\d,]+ rows for [\\d,]+ nouns and [\\d,]+ verbs so far"
                + " where every noun and verb have one.*");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "noun;verb | line 1: got the columns",
        "noun,verb,count | line 1: got the columns",
        "noun;verb;count | got no counts",
        "noun;verb;count/bee;see;-1 | line 2: got the count '-1'",
        "noun;verb;count/bee;see;1.5 | line 2: got the count '1.5'",
        "noun;verb;count/bee;see;\u0663 | line 2: got the count '\u0663'",
        "noun;verb;count/bee;see; | line 2: got the count ''",
        "noun;verb;count/bee;see;99999999999999999999 | line 2: got the count",
        "noun;verb;count/bee;see;1/bee;see | line 3: got 2 cells where 3",
        "noun;verb;count/bee;see;1/bee;see;1 | line 3: 'bee' with 'see' comes a second time",
        "noun;verb;count/bee;see;1/ant;eat;1 | no row for 'bee' with 'eat'",
        "noun;verb;count/\"bee;see;1 | no readable table of counts: a cell in quotes does not end"
      })
  void whatIsNoTableOfCountsIsNamedWithItsLine(String content, String message) throws IOException {
    Path table =
        Files.writeString(folder.resolve("bad.tsv"), content.replace('/', '\n').replace(';', '\t'));

    assertThatThrownBy(() -> CountsFile.read(table))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("bad.tsv: ")
        .hasMessageContaining(message);
  }

  private static Cooccurrences counts() {
    long[] counts = {3, 0, 0, 12_345_678_901L};
    return new Cooccurrences(
        List.of("bee", "ant"),
        List.of("see", "eat"),
        counts,
        new long[] {7, 8},
        new long[] {9, 10},
        totals());
  }

  private static CorpusTotals totals() {
    return new CorpusTotals(2, 70, 300, 512, 3);
  }

  private static CountRecord record() {
    var provenance =
        new Provenance(
            "mitchell",
            new BuildInfo("9.9", "abc"),
            List.of("corpus", "count"),
            List.of(),
            Map.of("window", 4),
            OptionalLong.empty());
    var inputs = List.of(new CorpusInput("a.txt", 512, "2020-01-02T03:04:05Z", "00ff", "all"));
    return new CountRecord(provenance, inputs, 1, List.of(Map.of("file", "a.txt")), 0.25);
  }
}
