package org.mitchell.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Mitchell;
import org.mitchell.cli.Ran;

/** What is said and recorded of the formats of texts. */
class CorpusFormatsTest {
  @TempDir private Path folder;

  @Test
  void theFormatFoundIsPrintedAndRecordedForEachText() throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a"), "A dog eats celery.");
    Files.writeString(texts.resolve("b"), "[{\"text\": \"A dog eats celery.\"}]");
    Files.writeString(texts.resolve("c"), "A dog.");
    Path out = folder.resolve("c.tsv");

    Ran ran = Ran.mitchell("corpus", "count", "--corpus", texts, "--out", out).succeeds();

    assertThat(ran.out()).contains("read as text in 2 files; json in 1 file");
    var provenance = Ran.json(folder.resolve("c.json")).path("provenance");
    assertThat(provenance.path("parameters").path("format").asString()).isEqualTo("text, json");
    assertThat(provenance.path("parameters").path("formatTold").asString()).isEqualTo("by content");
    assertThat(provenance.path("inputs").valueStream().map(i -> i.path("format").asString()))
        .containsExactly("text", "json", "text");
    assertThat(provenance.path("inputs").path(0).path("encoding").asString()).isEqualTo("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "vocabulary"})
  void anotherEncodingEndsTheCountUntilItIsNamed(String command) throws IOException {
    Path text = folder.resolve("t");
    Files.write(text, "牛がいる。".repeat(99).getBytes(Charset.forName("Shift_JIS")));
    Path out = folder.resolve("c.tsv");

    Ran refused = Ran.mitchell("corpus", command, "--corpus", text, "--out", out).failsWith(1);

    assertThat(refused.err()).contains("--encoding Shift_JIS");
    assertThat(out).doesNotExist();
    Ran ran =
        Ran.mitchell("corpus", command, "--corpus", text, "--encoding", "sjis", "--out", out)
            .succeeds();
    assertThat(ran.out()).contains("read as text (Shift_JIS)").contains("99 tokens");
  }

  @Test
  void anotherEncodingBehindALongBeginningOfAsciiEndsTheCountToo() throws IOException {
    Path text = folder.resolve("t");
    String lines = "The cow ate celery.\n".repeat(4000) + "Le caf\u00e9 ferm\u00e9.\n".repeat(900);
    Files.write(text, lines.getBytes(Charset.forName("ISO-8859-1")));
    var gzip = folder.resolve("t.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(Files.readAllBytes(text));
    }
    Path out = folder.resolve("c.tsv");

    Ran ran = Ran.mitchell("corpus", "count", "--corpus", gzip, "--out", out).failsWith(1);

    assertThat(ran.err()).contains("1,800 of 93,500 bytes are not UTF-8");
    assertThat(out).doesNotExist();
  }

  @Test
  void anEncodingThatNobodyKnowsIsWrongUsage() throws IOException {
    Path text = Files.writeString(folder.resolve("t"), "A dog.");

    Ran ran =
        Ran.mitchell(
                "corpus",
                "count",
                "--corpus",
                text,
                "--encoding",
                "klingon",
                "--out",
                folder.resolve("c.tsv"))
            .failsWith(2);

    assertThat(ran.err()).contains("got 'klingon' where an encoding such as");
  }

  /** As where the folder for temporary files is mounted noexec, which needs the rights of root. */
  @Test
  void zstThatThisMachineCannotInflateIsToldWithWhatToDo() throws Exception {
    Path text = folder.resolve("t.zst");
    Files.write(text, com.github.luben.zstd.Zstd.compress("A dog eats celery.".getBytes()));
    Path out = folder.resolve("c.tsv");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-DZstdTempFolder=" + folder.resolve("nowhere"),
                "-cp",
                System.getProperty("java.class.path"),
                Mitchell.class.getName(),
                "corpus",
                "count",
                "--corpus",
                text.toString(),
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(output).contains("-DZstdTempFolder=FOLDER").doesNotContain("Exception", "Error");
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(out).doesNotExist();
  }
}
