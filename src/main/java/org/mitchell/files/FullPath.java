package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A path that means the same from every working folder. */
public final class FullPath {
  private FullPath() {}

  /**
   * From the root on, without {@code .} and {@code ..}. The folder above a link is that above what
   * it leads to, as the system has it; other links stay as they are.
   */
  public static Path of(Path file) {
    Path full = file.toAbsolutePath();
    Path walked = full.getRoot();
    for (Path name : full) {
      if (name.toString().equals("..")) {
        walked = above(walked);
      } else if (!name.toString().equals(".")) {
        walked = walked.resolve(name);
      }
    }
    return walked;
  }

  private static Path above(Path folder) {
    Path own = folder;
    if (Files.isSymbolicLink(folder)) {
      try {
        own = folder.toRealPath();
      } catch (IOException e) {
        // A link that leads nowhere: opening the file will say so.
      }
    }
    return own.getParent() == null ? own : own.getParent();
  }
}
