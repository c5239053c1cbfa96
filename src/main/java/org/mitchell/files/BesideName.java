package org.mitchell.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The name of a file as part of the names of what stands beside it for a while: its content before
 * it has its name, its lock. File systems allow 255 bytes; a name that leaves no room for more is
 * cut, and told from others by its hash.
 */
public final class BesideName {
  /** What stands beside it adds 45 bytes at most. */
  private static final int LONGEST = 200;

  private BesideName() {}

  /** The name itself, or its beginning with a hash of all of it. */
  public static String of(Path file) {
    String name = file.getFileName().toString();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST) {
      return name;
    }
    String hash = "~%08x".formatted(name.hashCode());
    int end = 0;
    for (int used = hash.length(); end < name.length(); ) {
      int letter = Character.charCount(name.codePointAt(end));
      used += name.substring(end, end + letter).getBytes(StandardCharsets.UTF_8).length;
      if (used > LONGEST) {
        break;
      }
      end += letter;
    }
    return name.substring(0, end) + hash;
  }
}
