package org.mitchell.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Where the bytes of an output go. */
sealed interface OutputPlace {
  /**
   * Links that lead to links, at most, before they count as a circle (Linux has the same limit).
   */
  int MOST_LINKS = 40;

  /** The file that bears the name, links followed; it is replaced whole. */
  Path path();

  /** A new file, or an ordinary one. */
  record File(Path path) implements OutputPlace {}

  /** A pipe, a terminal, a device, or what this process has open already: it is written into. */
  record Stream(Path path) implements OutputPlace {}

  /**
   * Follows links, so that a file is replaced where it lies and a link stays a link.
   *
   * @throws IOException if a folder is there, or links lead back to themselves
   */
  static OutputPlace of(Path file) throws IOException {
    Path place = FullPath.of(file);
    for (int links = 0; !isOfTheSystem(place) && Files.isSymbolicLink(place); links++) {
      if (links == MOST_LINKS) {
        throw new IOException(file + ": this link leads back to itself. Choose another name");
      }
      place = FullPath.of(place.resolveSibling(Files.readSymbolicLink(place)));
    }
    if (Files.isDirectory(place)) {
      throw new IOException(
          file + ": this is a folder where a file is to be written. Choose another name");
    }
    boolean written = isOfTheSystem(place) || (Files.exists(place) && !Files.isRegularFile(place));
    return written ? new Stream(place) : new File(place);
  }

  /**
   * Finds out before the work that a file may not have its name after it.
   *
   * @throws IOException if the file system allows no such name, as one that is too long
   */
  static void requirePossible(Path place) throws IOException {
    try {
      Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException | AccessDeniedException e) {
      return; // it is not there yet, or said by what writes it
    } catch (FileSystemException e) {
      if (Files.isDirectory(place.getParent())) {
        throw new IOException(
            "%s: no file can have this name here: %s. Choose a shorter name"
                .formatted(place, FileTrouble.reason(e)),
            e);
      }
    }
  }

  /**
   * Names such as {@code /dev/stdout} stand for what is open already: a file behind them may have
   * content of others, and as root the name itself would be replaced for the whole machine.
   */
  private static boolean isOfTheSystem(Path place) {
    return place.startsWith("/dev") && !place.startsWith("/dev/shm") || place.startsWith("/proc");
  }
}
