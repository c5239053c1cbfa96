package org.mitchell.bids;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the name of a file says by BIDS: {@code sub-01_task-nouns_run-2_bold.nii.gz}.
 *
 * @param file the file
 * @param entities such as sub and task, by their keys, in order
 * @param suffix such as bold
 * @param extension from the first dot on
 */
record BidsPath(Path file, Map<String, String> entities, String suffix, String extension) {
  /** Nothing for names that are not BIDS's. */
  static Optional<BidsPath> of(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    if (dot <= 0) {
      return Optional.empty();
    }
    String[] parts = name.substring(0, dot).split("_");
    var entities = new LinkedHashMap<String, String>();
    for (int p = 0; p < parts.length - 1; p++) {
      int dash = parts[p].indexOf('-');
      if (dash <= 0) {
        return Optional.empty();
      }
      entities.put(parts[p].substring(0, dash), parts[p].substring(dash + 1));
    }
    return Optional.of(new BidsPath(file, entities, parts[parts.length - 1], name.substring(dot)));
  }

  /** The value of an entity, or empty. */
  String entity(String key) {
    return entities.getOrDefault(key, "");
  }

  boolean isImage() {
    return extension.equals(".nii") || extension.equals(".nii.gz");
  }

  /** Whether what this file says holds for another: it names no entity that the other has not. */
  boolean appliesTo(BidsPath other) {
    return agrees(other, entities.keySet());
  }

  /** Whether another file has the same values of some entities. */
  boolean agrees(BidsPath other, Set<String> keys) {
    for (String key : keys) {
      if (!sameLabel(entity(key), other.entity(key))) {
        return false;
      }
    }
    return true;
  }

  /** Whether two labels are one: numbers may be written with zeros in front. */
  static boolean sameLabel(String one, String other) {
    return withoutZeros(one).equals(withoutZeros(other));
  }

  private static String withoutZeros(String label) {
    boolean number = !label.isEmpty() && label.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? label.replaceFirst("^0+(?=.)", "") : label;
  }
}
