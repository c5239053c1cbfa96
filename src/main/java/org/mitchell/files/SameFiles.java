package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that should be of different things, and have the same bytes. */
public final class SameFiles {
  private SameFiles() {}

  /**
   * Looks at the bytes of files of one size alone.
   *
   * @throws InputException if two of the files have the same bytes, or one is named twice
   */
  public static void refuse(List<Path> files) throws IOException {
    for (int later = 1; later < files.size(); later++) {
      for (int one = 0; one < later; one++) {
        Path first = files.get(one);
        Path second = files.get(later);
        if (Files.isRegularFile(first)
            && Files.isRegularFile(second)
            && Files.size(first) == Files.size(second)
            && Files.mismatch(first, second) < 0) {
          throw InputException.in(
              second,
              "the same bytes as %s: the same images would count twice. Give each once"
                  .formatted(first));
        }
      }
    }
  }
}
