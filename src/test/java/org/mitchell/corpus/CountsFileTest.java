package org.mitchell.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;
import org.mitchell.files.InputException;
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
            "{\"version\":\"mitchell"
                + " 9.9\",\"documents\":2,\"tokens\":70,\"bytes\":512,\"seconds\":0.25,\"window\":4,"
                + "\"document\":\"line\",\"nounForms\":\"plural\",\"verbForms\":\"three\",\"inputs\":[{\"file\":"
                + "\"a.txt\",\"size\":512,\"sha256\":\"00ff\"}]}");
  }

  @Test
  void whatIsWrittenReadsBack() throws IOException {
    Path table = folder.resolve("counts.tsv");
    CountsFile.write(table, counts(), record());

    var read = CountsFile.read(table);

    assertThat(read.nouns()).containsExactly("bee", "ant");
    assertThat(read.verbs()).containsExactly("see", "eat");
    assertThat(read.count("ant", "eat")).isEqualTo(12_345_678_901L);
    assertThat(read.totals()).isEqualTo(new CorpusTotals(2, 70, 512));
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
        "noun;verb;count/bee;see;99999999999999999999 | line 2: got the count",
        "noun;verb;count/bee;see;1/bee;see | line 3: got 2 cells where 3",
        "noun;verb;count/bee;see;1/bee;see;1 | line 3: 'bee' with 'see' comes a second time",
        "noun;verb;count/bee;see;1/ant;eat;1 | no row for 'bee' with 'eat'",
        "noun;verb;count/\"bee;see;1 | no readable table"
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
        List.of("bee", "ant"), List.of("see", "eat"), counts, new CorpusTotals(2, 70, 512));
  }

  private static CountRecord record() {
    var vocabulary =
        Vocabulary.of(
            List.of("bee", "ant"), NounForms.PLURAL, List.of("see", "eat"), VerbForms.THREE);
    var counting = new Counting(vocabulary, Window.FIVE_GRAM, DocumentRule.LINE);
    var inputs = List.of(new CountedInput("a.txt", 512, "00ff"));
    return new CountRecord(
        "mitchell 9.9", counting, NounForms.PLURAL, VerbForms.THREE, inputs, 0.25);
  }
}
