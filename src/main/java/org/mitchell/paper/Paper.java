package org.mitchell.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stimuli and the features of Mitchell et al. (2008), Science 320:1191-1195, in the paper's
 * order.
 */
public final class Paper {
  /** What the public files of its participants give as their study. */
  public static final String STUDY = "science";

  private static final Map<String, String> CATEGORIES = readCategories();
  private static final List<String> VERBS = lines("verbs.txt");

  private Paper() {}

  /** The 60 nouns, five of a category together. */
  public static List<String> nouns() {
    return List.copyOf(CATEGORIES.keySet());
  }

  /** Noun to category, in the order of {@link #nouns()}; twelve categories of five. */
  public static Map<String, String> categories() {
    return CATEGORIES;
  }

  /** The 25 verbs whose co-occurrence counts are the paper's features. */
  public static List<String> verbs() {
    return VERBS;
  }

  private static Map<String, String> readCategories() {
    var categories = new LinkedHashMap<String, String>();
    for (String line : lines("nouns.tsv")) {
      String[] cells = line.split("\t");
      categories.put(cells[0], cells[1]);
    }
    return Collections.unmodifiableMap(categories);
  }

  private static List<String> lines(String resource) {
    try (var stream = Paper.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
