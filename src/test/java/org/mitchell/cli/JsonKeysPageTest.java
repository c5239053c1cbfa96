package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * docs/json.md names the keys that files have, all and no others. Files are told apart by the end
 * of their name; a key of an object is one of its kind wherever one file has it.
 */
class JsonKeysPageTest {
  private static final Path PAGE = Path.of("docs/json.md");
  private static final String COMMON = "What files of maps and tables have";
  private static final String SHARED_PROVENANCE = "`Provenance`, or";

  @TempDir private Path folder;

  @Test
  void thePageHasTheKeysThatFilesHaveAndNoOthers() throws IOException {
    var written = new TreeMap<String, Set<String>>();
    var provenance = new TreeSet<String>();
    for (JsonFile file : write()) {
      for (String name : List.of("Provenance", "provenance")) {
        provenance.addAll(file.content().path(name).propertyNames());
      }
      written.computeIfAbsent(file.kind(), kind -> new TreeSet<>()).addAll(file.keys());
    }
    var said = new TreeMap<String, Set<String>>();
    for (String section : Files.readString(PAGE).split("\n## ")) {
      String name = section.lines().findFirst().orElse("");
      if (name.endsWith(".json")) {
        said.put(name, keys(section));
      }
    }
    Set<String> common = keys(section(COMMON).split(SHARED_PROVENANCE)[0]);
    written.forEach(
        (kind, keys) -> {
          if (keys.contains("Provenance")) {
            assertThat(keys).as(kind).containsAll(common);
            keys.removeAll(common);
          }
        });
    assertThat(written).isEqualTo(said);
    assertThat(provenance).isEqualTo(keys(section(COMMON).split(SHARED_PROVENANCE)[1]));
  }

  private static String section(String title) throws IOException {
    return Stream.of(Files.readString(PAGE).split("\n## "))
        .filter(section -> section.startsWith(title))
        .findFirst()
        .orElseThrow();
  }

  /** The first cells of the table of a section. */
  private static Set<String> keys(String section) {
    return section
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(3, line.indexOf('`', 3)).replace("[]", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private record JsonFile(String kind, JsonNode content) {
    Set<String> keys() {
      return new TreeSet<>(content.propertyNames());
    }

    static JsonFile read(Path file) {
      String kind =
          file.getFileName()
              .toString()
              .replaceFirst("^(sub-[A-Za-z0-9]+|group)_", "")
              .replaceAll("(task|space|contrast|stat)-[A-Za-z0-9]+_", "");
      return new JsonFile(kind, JsonMapper.shared().readTree(file));
    }
  }

  /** What the commands of one participant leave in the folder of their results. */
  private List<JsonFile> write() throws IOException {
    Ran.fit(folder, "T1", Ran.T1).succeeds();
    on(
        "evaluate",
        "--few-words",
        "--permutations",
        5,
        "--subsamples",
        2,
        "--ceiling",
        "--importance=3");
    on("evaluate", "--few-words", "--permutations", 5, "--subsamples", 0, "--scheme", "rank");
    on("similarity", "--permutations", 5);
    on("leak", "--permutations", 19);
    ran(
        "compare",
        "--features",
        Ran.FEATURES + ",form",
        "--few-words",
        "--subsamples",
        2,
        "--data",
        Ran.T1,
        "--out",
        folder);
    Ran.mitchell(
            "predict",
            "apple",
            "--subject",
            "T1",
            "--model",
            folder,
            "--data",
            Ran.T1,
            "--out",
            folder)
        .succeeds();
    ran(
        "map",
        "--stat",
        "fwer",
        "--permutations",
        19,
        "--threshold",
        .9,
        "--cluster-size",
        1,
        "--model",
        folder,
        "--data",
        Ran.T1);
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(JsonFile::read)
          .toList();
    }
  }

  private void on(Object... words) {
    ran(
        Stream.concat(
                Stream.of(words),
                Stream.of("--data", Ran.T1, "--features", Ran.FEATURES, "--out", folder))
            .toArray());
  }

  private static void ran(Object... words) {
    Ran.mitchell(
            Stream.concat(Stream.of(words), Stream.of("--subject", "T1", "--seed", 1)).toArray())
        .succeeds();
  }
}
