package org.mitchell.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Headings keep on the site the names by which links lead to them where the sources are read: the
 * heading "In a container" is {@code #in-a-container} there, and {@code #In_a_container} for the
 * site's generator.
 */
final class HeadingNames {
  private static final Pattern HEADING = Pattern.compile("#{2,6} +(.+)");
  private static final Pattern FENCE = Pattern.compile(" {0,3}(```|~~~).*");
  private static final Pattern NO_PART_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_ -]");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s:#]*\\.md)?#([^)\\s]+)\\)");

  private HeadingNames() {}

  /**
   * Puts a name before each heading of the pages in a folder but the first one, which is the page's
   * title for the generator and must come first.
   *
   * @throws IllegalStateException where a link leads to a heading that is not there
   */
  public static void main(String[] args) throws IOException {
    Map<Path, Page> pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
        pages.put(file.normalize(), named(Files.readAllLines(file)));
      }
    }
    List<String> broken = new ArrayList<>();
    pages.forEach((file, page) -> broken.addAll(brokenLinks(file, page, pages)));
    if (!broken.isEmpty()) {
      throw new IllegalStateException(
          broken.stream().sorted().collect(Collectors.joining("\n  ", "no such heading:\n  ", "")));
    }
    for (Map.Entry<Path, Page> page : pages.entrySet()) {
      Files.write(page.getKey(), page.getValue().lines());
    }
  }

  private static Page named(List<String> lines) {
    List<String> named = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Map<String, Integer> used = new HashMap<>();
    boolean code = false;
    for (String line : lines) {
      code ^= FENCE.matcher(line).matches();
      Matcher heading = HEADING.matcher(line);
      if (!code && heading.matches()) {
        String name = name(heading.group(1));
        int before = used.merge(name, 1, Integer::sum) - 1;
        name = before == 0 ? name : name + "-" + before;
        names.add(name);
        named.addAll(List.of("<a id=\"" + name + "\"></a>", ""));
      }
      named.add(line);
    }
    return new Page(named, names);
  }

  private static String name(String heading) {
    String letters =
        heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT);
    return NO_PART_OF_A_NAME.matcher(letters).replaceAll("").strip().replace(' ', '-');
  }

  private static List<String> brokenLinks(Path file, Page page, Map<Path, Page> pages) {
    List<String> broken = new ArrayList<>();
    for (String line : page.lines()) {
      Matcher link = LINK.matcher(line);
      while (link.find()) {
        Path to = link.group(1) == null ? file : file.resolveSibling(link.group(1)).normalize();
        if (!pages.containsKey(to) || !pages.get(to).names().contains(link.group(2))) {
          broken.add(file + ": " + link.group().substring(1));
        }
      }
    }
    return broken;
  }

  /** A page with a name before each heading, and these names. */
  private record Page(List<String> lines, Set<String> names) {}
}
