package org.mitchell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/architecture.md says of the rooms, against the rooms. */
class ArchitecturePageTest {
  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final Path ROOMS = Path.of("src/main/java/org/mitchell");
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?org\\.mitchell\\.([a-z]+)\\.", Pattern.MULTILINE);
  private static final Pattern NODE = Pattern.compile("([a-z]+)\\[([^\\]]+)\\]");
  private static final Pattern ARROWS =
      Pattern.compile("^ *([a-z]+)(?:\\[[^\\]]+\\])? --> ([a-z &]+)$", Pattern.MULTILINE);
  private static final Pattern API_ROW = Pattern.compile("^\\| `([a-z]+)` \\|", Pattern.MULTILINE);

  /** The rooms at the bottom, which the picture shows as one. */
  private static final String FLOOR = "floor";

  private static String picture() throws IOException {
    return Files.readString(PAGE).split("```mermaid\n")[1].split("```")[0];
  }

  private static Set<String> floor() throws IOException {
    var floor = NODE.matcher(picture()).results().filter(n -> n.group(1).equals(FLOOR)).findFirst();
    return Set.of(floor.orElseThrow().group(2).split(", "));
  }

  /** The rooms to which arrows lead from each. */
  private static Map<String, Set<String>> arrows() throws IOException {
    var arrows = new TreeMap<String, Set<String>>();
    ARROWS
        .matcher(picture())
        .results()
        .forEach(a -> arrows.put(a.group(1), Set.of(a.group(2).split(" & "))));
    return arrows;
  }

  private static List<String> rooms() throws IOException {
    try (var folders = Files.list(ROOMS)) {
      return folders.map(room -> room.getFileName().toString()).sorted().toList();
    }
  }

  private static Set<String> imports(Path folder) throws IOException {
    var imported = new TreeSet<String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        IMPORT.matcher(Files.readString(file)).results().forEach(i -> imported.add(i.group(1)));
      }
    }
    return imported;
  }

  @Test
  void everyRoomIsInThePicture() throws IOException {
    var shown = NODE.matcher(picture()).results().map(n -> n.group(1)).collect(Collectors.toSet());
    shown.remove(FLOOR);
    shown.addAll(floor());
    assertThat(shown).containsExactlyInAnyOrderElementsOf(rooms());
  }

  @Test
  void anArrowIsAnImportAndAnImportIsAWayDown() throws IOException {
    Map<String, Set<String>> arrows = arrows();
    Set<String> floor = floor();
    for (String room : rooms()) {
      Set<String> imported = imports(ROOMS.resolve(room));
      imported.remove(room);
      if (floor.contains(room)) {
        assertThat(floor).as("imports of %s", room).containsAll(imported);
        continue;
      }
      var next = new HashSet<>(arrows.get(room));
      if (next.remove(FLOOR)) {
        assertThat(imported).as("imports of %s", room).containsAnyElementsOf(floor);
      }
      assertThat(imported).as("imports of %s, by its arrows", room).containsAll(next);
      assertThat(below(room, arrows, floor)).as("what is below %s", room).containsAll(imported);
    }
  }

  private static Set<String> below(
      String room, Map<String, Set<String>> arrows, Set<String> floor) {
    var below = new TreeSet<String>();
    for (String next : arrows.get(room)) {
      if (next.equals(FLOOR)) {
        below.addAll(floor);
      } else {
        below.add(next);
        below.addAll(below(next, arrows, floor));
      }
    }
    return below;
  }

  @Test
  void thePackagesOfTheApiSayWhatThePageSays() throws IOException {
    var api = new TreeSet<String>();
    for (String room : rooms()) {
      Path info = ROOMS.resolve(room).resolve("package-info.java");
      if (Files.exists(info)
          && Files.readString(info).contains("A package of the library's API.")) {
        api.add(room);
      }
    }
    String library = Files.readString(PAGE).split("## The library\n")[1];
    assertThat(API_ROW.matcher(library).results().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(api);
    assertThat(api).containsAll(imports(Path.of("examples")));
  }

  @Test
  void everyFileThatThePageNamesIsThere() throws IOException {
    String adding = Files.readString(PAGE).split("## Where to add\n")[1].split("## The library")[0];
    var named = Pattern.compile("`([A-Za-z/-]+\\.(?:java|txt|md))`").matcher(adding).results();
    assertThat(named.map(n -> n.group(1)).filter(n -> !n.matches(".*(Your|FAMILY).*")))
        .isNotEmpty()
        .allMatch(
            name ->
                Arrays.asList(Path.of(name), ROOMS.resolve(name)).stream().anyMatch(Files::exists));
  }
}
