package org.mitchell.cli.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.Ran;
import org.mitchell.files.InputFiles;
import tools.jackson.databind.JsonNode;

/** What {@code features build} leaves beside a table: what made it. */
class FeaturesBuildTest {
  private static final String LINES =
      "{\"text\": \"we eat celery\"}\nno JSON\n{\"text\": \"they see a dog\"}\n[1]\n";

  @TempDir private Path folder;

  @Test
  void ofTextsItIsWhatIsOnRecordOfCountsAndTheWeighting() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jsonl"), LINES);
    Path table = folder.resolve("features.tsv");

    JsonNode printed =
        build(table, "--corpus", text, "--on-error", "skip", "--hash", "--weighting", "log");

    JsonNode provenance = Ran.json(folder.resolve("features.json")).path("provenance");
    assertThat(provenance.path("tool").path("name").asString()).isEqualTo("mitchell");
    assertThat(provenance.path("arguments").get(0).asString()).isEqualTo("features");
    JsonNode parameters = provenance.path("parameters");
    assertThat(parameters.path("weighting").asString()).isEqualTo("log");
    assertThat(parameters.path("window").asInt()).isEqualTo(4);
    JsonNode input = provenance.path("inputs").get(0);
    assertThat(input.path("path").asString()).isEqualTo(text.toString());
    assertThat(input.path("sha256").asString()).isEqualTo(InputFiles.sha256(text));
    assertThat(input.path("hashed").asString()).isEqualTo("all");
    for (JsonNode json : new JsonNode[] {provenance, printed}) {
      assertThat(json.path("skippedCount").asInt()).isEqualTo(2);
      assertThat(json.path("skipped")).hasSize(2);
      assertThat(json.path("skipped").get(1).path("offset").asInt())
          .isEqualTo(LINES.lastIndexOf('['));
    }
    for (JsonNode totals : new JsonNode[] {provenance.path("totals"), printed}) {
      assertThat(totals.path("documents").asInt()).isEqualTo(2);
      assertThat(totals.path("tokens").asInt()).isEqualTo(7);
      assertThat(totals.path("bytes").asInt()).isEqualTo("we eat celerythey see a dog".length());
      assertThat(totals.path("malformedBytes").asInt()).isZero();
    }
    assertThat(printed.path("weighting").asString()).isEqualTo("log");
  }

  @Test
  void ofCountsItNamesTheTableAndItsTotals() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "we eat celery");
    Path counts = folder.resolve("counts.tsv");
    Ran.mitchell("corpus", "count", "--corpus", text, "--out", counts).succeeds();
    Path table = folder.resolve("features.tsv");

    build(table, "--counts", counts);

    JsonNode provenance = Ran.json(folder.resolve("features.json")).path("provenance");
    assertThat(provenance.path("parameters").path("weighting").asString()).isEqualTo("raw");
    assertThat(provenance.path("inputs")).hasSize(2);
    assertThat(provenance.path("inputs").get(0).path("sha256").asString())
        .isEqualTo(InputFiles.sha256(counts));
    assertThat(provenance.path("inputs").get(1).path("path").asString())
        .isEqualTo(folder.resolve("counts.json").toString());
  }

  @Test
  void ofTheBuiltInCorpusItNamesThat() throws IOException {
    Path table = folder.resolve("features.tsv");

    build(table);

    JsonNode provenance = Ran.json(folder.resolve("features.json")).path("provenance");
    assertThat(provenance.path("parameters").path("corpus").asString()).isEqualTo("WordNet 3.1");
    assertThat(provenance.path("parameters").path("weighting").asString()).isEqualTo("raw");
  }

  /** Whoever gives them expects something else. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "--counts counts.tsv --window 5, --window",
    "--counts counts.tsv --nouns nouns.txt, --nouns",
    "--forms all, --forms",
    "--verbs verbs.txt, --verbs",
  })
  void optionsThatChangeNothingAreWrongUsage(String options, String named) {
    var words = new ArrayList<Object>(List.of("features", "build"));
    words.addAll(List.of(options.split(" ")));
    words.addAll(List.of("--out", folder.resolve("features.tsv")));

    assertThat(Ran.mitchell(words.toArray()).failsWith(2).err())
        .contains(named + " needs --corpus");
  }

  private static JsonNode build(Path table, Object... options) {
    var words = new ArrayList<Object>(List.of("features", "build"));
    words.addAll(List.of(options));
    words.addAll(List.of("--out", table, "--json"));
    return Ran.mitchell(words.toArray()).succeeds().json();
  }
}
