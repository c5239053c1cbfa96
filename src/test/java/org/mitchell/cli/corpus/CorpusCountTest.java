package org.mitchell.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Mitchell;
import org.mitchell.cli.Ran;

class CorpusCountTest {
  private static final String SENTENCE =
      "A dog eats celery. It runs to the car, and drives it!\n\n";

  @TempDir private Path folder;

  @Test
  void aProcessThatIsKilledGoesOnWithResumeAndEndsWithTheSameCounts() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), SENTENCE.repeat(1_000_000));
    Path out = folder.resolve("killed.tsv");
    Path checkpoint = folder.resolve("killed.tsv.checkpoint");
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Mitchell.class.getName(),
                "corpus",
                "count",
                "--corpus",
                text.toString(),
                "--checkpoint",
                "0",
                "--out",
                out.toString())
            .inheritIO()
            .start();
    while (!Files.exists(checkpoint)) {
      assertThat(process.waitFor(1, TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
    }
    process.destroyForcibly().waitFor();
    assertThat(out).doesNotExist();
    assertThat(checkpoint).exists();

    Ran.mitchell("corpus", "count", "--corpus", text, "--resume", "--out", out).succeeds();
    Path whole = folder.resolve("whole.tsv");
    Ran.mitchell("corpus", "count", "--corpus", text, "--out", whole).succeeds();

    assertThat(out).hasSameBinaryContentAs(whole);
    for (String total : List.of("documents", "tokens", "bytes", "pairs", "nounTotals")) {
      assertThat(Ran.json(folder.resolve("killed.json")).path(total))
          .isEqualTo(Ran.json(folder.resolve("whole.json")).path(total));
    }
    assertThat(checkpoint).doesNotExist();
  }

  @Test
  void damageIsAnErrorOrIsListed() throws IOException {
    Path good = Files.writeString(folder.resolve("a.txt"), SENTENCE);
    Path half =
        Files.write(folder.resolve("b.gz"), Arrays.copyOf(zipped(SENTENCE.repeat(50_000)), 5000));
    Path out = folder.resolve("c.tsv");

    assertThat(
            Ran.mitchell("corpus", "count", "--corpus", good, half, "--out", out)
                .failsWith(1)
                .err())
        .contains(half + ": at byte ", "gzip", "--on-error skip");
    assertThat(out).doesNotExist();
    Ran ran =
        Ran.mitchell("corpus", "count", "--corpus", good, half, "--on-error", "skip", "--out", out)
            .succeeds();

    assertThat(ran.out()).contains("1 place was passed over:", half + ": at byte ");
    var json = Ran.json(folder.resolve("c.json"));
    assertThat(json.path("skipped")).hasSize(1);
    assertThat(json.path("skipped").get(0).path("file").asString()).isEqualTo(half.toString());
    assertThat(json.path("provenance").path("skipped")).isEqualTo(json.path("skipped"));
    assertThat(json.path("bytes").asLong()).isGreaterThan(SENTENCE.length());
    assertThat(json.path("documents").asLong()).isGreaterThan(1);
  }

  @Test
  void patternsAndTheHashOfAllAreOnRecord() throws IOException {
    Files.writeString(folder.resolve("a-1.txt"), SENTENCE);
    Files.writeString(folder.resolve("a-2.txt"), SENTENCE);
    Files.writeString(folder.resolve("b-1.txt"), SENTENCE);

    var json =
        Ran.mitchell(
                "corpus",
                "count",
                "--corpus",
                folder + "/a-*.txt",
                "--hash",
                "--json",
                "--out",
                folder.resolve("c.tsv"))
            .succeeds()
            .json();

    assertThat(json.path("documents").asInt()).isEqualTo(2);
    var inputs = json.path("provenance").path("inputs");
    assertThat(inputs).hasSize(2);
    assertThat(inputs.get(0).path("hashed").asString()).isEqualTo("all");
    assertThat(inputs.get(0).path("bytes").asInt()).isEqualTo(SENTENCE.length());
  }

  @Test
  void bytesThatAreNotUtf8AreCounted() throws IOException {
    Path latin =
        Files.write(
            folder.resolve("latin"),
            ("caf\u00e9 celery eats " + SENTENCE.repeat(20)).getBytes(StandardCharsets.ISO_8859_1));

    Ran ran =
        Ran.mitchell("corpus", "count", "--corpus", latin, "--out", folder.resolve("c.tsv"))
            .succeeds();

    assertThat(ran.out()).contains("bytes that are not UTF-8, read as U+FFFD: 1");
  }

  @Test
  void standardInputAndNamedPipesAreRead() throws Exception {
    Path zip = Files.write(folder.resolve("t.gz"), zipped(SENTENCE.repeat(100_000)));
    Path expected = folder.resolve("expected.tsv");
    Ran.mitchell("corpus", "count", "--corpus", zip, "--out", expected).succeeds();
    String count =
        "'%s/bin/java' -cp '%s' %s corpus count --quiet --out "
            .formatted(
                System.getProperty("java.home"),
                System.getProperty("java.class.path"),
                Mitchell.class.getName());
    Path piped = folder.resolve("piped.tsv");
    Path named = folder.resolve("named.tsv");

    for (String script :
        List.of(
            "cat '%s' | %s '%s' --corpus -".formatted(zip, count, piped),
            "%s '%s' --corpus <(cat '%s')".formatted(count, named, zip))) {
      var bash = new ProcessBuilder("bash", "-c", script).inheritIO().start();
      assertThat(bash.waitFor()).as(script).isZero();
    }

    assertThat(piped).hasSameBinaryContentAs(expected);
    assertThat(named).hasSameBinaryContentAs(expected);
  }

  @Test
  void nothingToResumeIsSaid() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), SENTENCE);

    Ran ran =
        Ran.mitchell(
                "corpus", "count", "--corpus", text, "--resume", "--out", folder.resolve("c.tsv"))
            .succeeds();

    assertThat(ran.err()).contains("nothing to resume");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "--window 0, a number from 1 up",
    "--window four, a number from 1 up",
    "--window document --window-weight ngram, ngram needs a number",
    "--format pdf, auto",
    "--years 2000-1950, 1950-2000",
    "--on-error ignore, fail",
    "--checkpoint -1, seconds",
    "--engine spark, --master",
    "--master local, --engine spark",
    "--engine spark --master local --resume, --resume",
  })
  void optionsThatDoNotGoTogetherAreWrongUsage(String options, String message) throws IOException {
    Path text = Files.writeString(folder.resolve("text"), SENTENCE);
    var words =
        new ArrayList<Object>(
            List.of("corpus", "count", "--corpus", text, "--out", folder.resolve("c.tsv")));
    words.addAll(List.of(options.split(" ")));

    assertThat(Ran.mitchell(words.toArray()).failsWith(2).err()).contains(message);
  }

  private static byte[] zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
