package org.mitchell.cli.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;

/** {@code features embed --contexts}, with the tiny encoder of testdata/encoders. */
class EmbedContextsTest {
  private static final String TEXT =
      "The bird sang. In the cold a bird was seen!\n\nThe house was\ncold.";

  @TempDir private Path folder;

  private Ran embed(Object... more) {
    Object[] first = {"features", "embed", "--encoder", "testdata/encoders/layers"};
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Ran.mitchell(all);
  }

  private Path text(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path out(String name) {
    return folder.resolve(name + ".tsv");
  }

  private static double[] row(Path table, String word) throws IOException {
    return Files.readAllLines(table).stream()
        .filter(line -> line.startsWith(word + "\t"))
        .flatMap(line -> Arrays.stream(line.split("\t")).skip(1))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void aWordIsTheMeanOfItsOwnTokensInTheSentencesThatContainIt() throws IOException {
    Path corpus = text("corpus.txt", TEXT);
    embed("bird", "house", "--contexts", corpus, "--out", out("c")).succeeds();
    embed(
            "bird",
            "--template",
            "The {} sang.",
            "--template",
            "In the cold a {} was seen!",
            "--pool",
            "word",
            "--out",
            out("t"))
        .succeeds();
    embed("house", "--template", "The {} was cold.", "--pool", "word", "--out", out("h"))
        .succeeds();
    for (var pair : List.of(List.of("bird", "t"), List.of("house", "h"))) {
      double[] expected = row(out(pair.get(1)), pair.get(0));
      assertThat(row(out("c"), pair.get(0))).hasSize(4).containsExactly(expected, within(1e-9));
    }
  }

  @Test
  void whatWasReadIsRecordedAndTheSameForAnyNumberOfThreads() throws IOException {
    byte[] text = (TEXT + " A bird. Cold birds.").getBytes(StandardCharsets.UTF_8);
    var gzip = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(gzip)) {
      stream.write(text);
    }
    Path corpus = Files.write(folder.resolve("corpus.txt.gz"), gzip.toByteArray());
    for (String threads : List.of("1", "2")) {
      Path out = out("t" + threads);
      embed("bird", "cold", "--contexts", corpus, "--most", "2", "--threads", threads, "--out", out)
          .succeeds();
    }
    assertThat(out("t1")).hasSameTextualContentAs(out("t2"));
    var provenance = Ran.json(folder.resolve("t1.json")).path("provenance");
    var contexts = provenance.at("/parameters/contexts");
    assertThat(contexts.path("most").asInt()).isEqualTo(2);
    assertThat(contexts.at("/words/0/word").asString()).isEqualTo("bird");
    assertThat(contexts.at("/words/0/sentences").asInt()).isEqualTo(3);
    assertThat(contexts.at("/words/0/read").asInt()).isEqualTo(2);
    assertThat(contexts.path("sha256").asString()).hasSize(64);
    assertThat(provenance.at("/parameters/pool").asString()).isEqualTo("word");
    assertThat(provenance.at("/parameters").has("templates")).isFalse();
    assertThat(provenance.at("/inputs/0/path").asString()).endsWith("corpus.txt.gz");
  }

  @Test
  void wordsOfNoSentenceAreLeftOutAndSaid() throws IOException {
    Path corpus = text("corpus.txt", TEXT);
    Ran ran = embed("bird", "zebra", "--contexts", corpus, "--out", out("c")).succeeds();
    assertThat(ran.err()).contains("1 word is in no sentence, and left out: zebra");
    assertThat(Files.readAllLines(out("c"))).hasSize(2);
    assertThat(embed("zebra", "--contexts", corpus, "--out", out("z")).failsWith(1).err())
        .contains("corpus.txt: no sentence with any of the 1 word was found");
    assertThat(out("z")).doesNotExist();
  }

  @Test
  void aSentenceWhoseWordTheEncoderDoesNotReachIsPassedOver() throws IOException {
    // Twelve tokens are read, two of them the encoder's own.
    Path corpus = text("corpus.txt", "the ".repeat(10) + "bird. " + "a ".repeat(9) + "bird.");
    embed("bird", "--contexts", corpus, "--out", out("c")).succeeds();
    var words = Ran.json(folder.resolve("c.json")).at("/provenance/parameters/contexts/words/0");
    assertThat(words.path("sentences").asInt()).isEqualTo(2);
    assertThat(words.path("read").asInt()).isEqualTo(1);
  }

  @Test
  void textsThatCannotBeReadAreRefused() throws IOException {
    assertThat(
            embed("bird", "--contexts", folder.resolve("none"), "--out", out("c"))
                .failsWith(1)
                .err())
        .contains("none: there is no such file or folder");
    Path cut = folder.resolve("cut.gz");
    Files.write(cut, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3});
    assertThat(embed("bird", "--contexts", cut, "--out", out("c")).failsWith(1).err())
        .contains("cut.gz")
        .doesNotContain("--on-error");
    Path latin =
        Files.write(folder.resolve("l.txt"), "Le caf\u00e9. ".repeat(40).getBytes("ISO-8859-1"));
    assertThat(embed("caf\u00e9", "--contexts", latin, "--out", out("c")).failsWith(1).err())
        .contains("l.txt");
    embed("caf\u00e9", "--contexts", latin, "--encoding", "ISO-8859-1", "--out", out("l"))
        .succeeds();
  }

  @Test
  void optionsThatDoNotGoTogetherAreWrongUsage() throws IOException {
    Path corpus = text("corpus.txt", TEXT);
    Path table = text("s.tsv", "a\tthe bird\n");
    assertThat(embed("bird", "--most", "3", "--out", out("c")).failsWith(2).err())
        .contains("--most: only with --contexts");
    assertThat(
            embed("bird", "--contexts", corpus, "--most", "0", "--out", out("c"))
                .failsWith(2)
                .err())
        .contains("--most: got 0 where a number from 1 up is expected");
    assertThat(
            embed("bird", "--contexts", corpus, "--template", "the {}", "--out", out("c"))
                .failsWith(2)
                .err())
        .contains("--template and --contexts: one of them is enough");
    assertThat(
            embed("--stimuli", table, "--contexts", corpus, "--out", out("c")).failsWith(2).err())
        .contains("--contexts is for words");
    assertThat(embed("bird", "--contexts", corpus, "--out", corpus).failsWith(2).err())
        .contains("corpus.txt");
    assertThat(corpus).hasContent(TEXT);
  }
}
