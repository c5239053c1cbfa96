package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.words.WordForm;

/**
 * Words as the values of BIDS entities: letters and digits of ASCII, at most {@value #LONGEST} of
 * them. Words that come to the same label, on file systems that know no case either, are numbered:
 * a file of one word never takes the name of another's.
 */
final class WordLabels {
  private static final int LONGEST = 60;
  private static final Pattern FILE = Pattern.compile(".*_contrast-([^_]+)_.*");

  /** The words that labels stand for, labels in lower case. */
  private final Map<String, String> wordOf = new HashMap<>();

  /** Labels of no other words than are asked for. */
  WordLabels() {}

  /** Labels for words whose files join those of a folder, which keep theirs. */
  static WordLabels in(Path folder) throws IOException {
    var labels = new WordLabels();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          labels.keep(file);
        }
      }
    }
    return labels;
  }

  /** The label of a word: the one that its files have, or one that no other word's files have. */
  String of(String word) {
    String plain = plain(word);
    String label = plain;
    for (int number = 2; isOfAnother(label, word); number++) {
      label = plain + number;
    }
    wordOf.put(key(label), word);
    return label;
  }

  private boolean isOfAnother(String label, String word) {
    String owner = wordOf.get(key(label));
    return owner != null && !owner.equals(word);
  }

  /** A file without a sidecar that names its word belongs to nobody who could be asked for. */
  private void keep(Path file) throws IOException {
    String name = file.getFileName().toString();
    var parts = FILE.matcher(name);
    if (!name.startsWith(".") && parts.matches()) {
      wordOf.merge(key(parts.group(1)), word(file), (one, other) -> one.isEmpty() ? other : one);
    }
  }

  private static String word(Path file) throws IOException {
    if (!file.toString().endsWith(".json")) {
      return "";
    }
    try {
      return Json.read(file).path("Word").asString("");
    } catch (InputException e) {
      return "";
    }
  }

  private static String key(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  /** {@code ice cream} becomes {@code iceCream}; letters beyond ASCII their base or their code. */
  static String plain(String word) {
    String seen = WordForm.canonical(word);
    String label = label(seen, false);
    label = label.isEmpty() ? label(seen, true) : label;
    return label.substring(0, Math.min(LONGEST, label.length()));
  }

  private static String label(String word, boolean everything) {
    var label = new StringBuilder();
    boolean upper = false;
    for (int codePoint : word.codePoints().toArray()) {
      boolean letter = Character.isLetterOrDigit(codePoint);
      String base = base(codePoint);
      if (letter && base.matches("[A-Za-z0-9]+")) {
        label.append(upper ? base.substring(0, 1).toUpperCase(Locale.ROOT) : base.substring(0, 1));
        label.append(base.substring(1));
      } else if (letter || everything) {
        label.append("u%04X".formatted(codePoint));
      }
      upper = !letter && label.length() > 0;
    }
    return label.toString();
  }

  /** The letter without accents. */
  private static String base(int codePoint) {
    return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "");
  }
}
