package org.mitchell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README and the pages of docs: their length, and where their links lead. */
class DocumentationTest {
  private static final Path README = Path.of("README.md");
  private static final Path DOCS = Path.of("docs");
  private static final Path INDEX = DOCS.resolve("README.md");
  private static final int WIDTH = 120;
  private static final Pattern LINK = Pattern.compile("\\[[^\\]`]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
  private static final Pattern FENCED =
      Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMAND = Pattern.compile("(\\./mitchell|[A-Z_]+=|mvn |python3 ).*");

  private static List<Path> pages() throws IOException {
    var pages =
        Stream.of("README.md", "README.ja.md", "CONTRIBUTING.md", "SECURITY.md").map(Path::of);
    try (Stream<Path> docs = Files.walk(DOCS)) {
      List<Path> all =
          Stream.concat(pages, docs.filter(page -> page.toString().endsWith(".md")).sorted())
              .toList();
      assertThat(all).hasSizeGreaterThan(20);
      return all;
    }
  }

  @Test
  void theReadmeIsRead() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
  }

  /** What a program prints stands as it was printed, however wide; a row of a table is one line. */
  @Test
  void linesFitAScreen() throws IOException {
    var wide = new ArrayList<String>();
    for (Path page : pages()) {
      List<String> lines = Files.readAllLines(page);
      boolean fenced = false;
      boolean printed = false;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.startsWith("```")) {
          fenced = !fenced;
          printed = fenced && !COMMAND.matcher(lines.get(i + 1)).matches();
        } else if (!printed
            && !line.startsWith("|")
            && line.codePointCount(0, line.length()) > WIDTH) {
          wide.add("%s:%d: %s".formatted(page, i + 1, line));
        }
      }
    }
    assertThat(wide).as("lines of more than %d characters", WIDTH).isEmpty();
  }

  @Test
  void everyLinkLeadsToAFileAndToAHeadingOfIt() throws IOException {
    var dead = new ArrayList<String>();
    for (Path page : pages()) {
      for (String link : links(page)) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page : target(page, parts[0]);
        if (!Files.exists(file)) {
          dead.add("%s: %s".formatted(page, link));
        } else if (parts.length == 2 && !anchors(file).contains(parts[1])) {
          dead.add("%s: %s, which %s has not".formatted(page, link, file));
        }
      }
    }
    assertThat(dead).as("links that lead nowhere").isEmpty();
  }

  @Test
  void everyPageIsReachedFromTheIndex() throws IOException {
    Set<Path> reached = new HashSet<>(Set.of(INDEX));
    var open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Path page = open.remove();
      for (String link : links(page)) {
        Path file = target(page, link.split("#")[0]);
        if (file.toString().endsWith(".md") && Files.exists(file) && reached.add(file)) {
          open.add(file);
        }
      }
    }
    assertThat(pages().stream().filter(page -> page.startsWith(DOCS)))
        .as("pages that the index leads to")
        .allMatch(reached::contains);
    assertThat(links(README)).as("the README leads to the index").contains(INDEX.toString());
  }

  @Test
  void theMenuOfTheSiteHasEveryPage() throws IOException {
    String menu = Files.readString(Path.of("src/site/site.xml"));
    for (Path page : pages()) {
      if (DOCS.equals(page.getParent()) && !page.equals(INDEX)) {
        String name = page.getFileName().toString().replace(".md", ".html");
        assertThat(menu).contains("href=\"" + name + "\"");
      }
    }
  }

  /** Links without those to other hosts, in their order. */
  private static List<String> links(Path page) throws IOException {
    String text = FENCED.matcher(Files.readString(page)).replaceAll("");
    return LINK.matcher(text.replaceAll("\\s+", " "))
        .results()
        .map(link -> link.group(1))
        .filter(link -> URI.create(link).getScheme() == null)
        .toList();
  }

  private static Path target(Path page, String link) {
    return page.resolveSibling(link).normalize();
  }

  /** As hosts of Git repositories make them from headings. */
  private static Set<String> anchors(Path page) throws IOException {
    if (!page.toString().endsWith(".md")) {
      return Set.of();
    }
    String text = FENCED.matcher(Files.readString(page)).replaceAll("");
    return HEADING
        .matcher(text)
        .results()
        .map(
            heading ->
                heading
                    .group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-'))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
