package org.mitchell.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file could not be read or written, in words. */
public final class FileTrouble {
  private FileTrouble() {}

  /** The file, where the system says which, and why. */
  public static String inWords(IOException e) {
    return e instanceof FileSystemException f && f.getFile() != null
        ? f.getFile() + ": " + (e instanceof NoSuchFileException ? "it is not there" : reason(e))
        : reason(e);
  }

  /** Most exceptions of files have nothing but a path as their message. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof FileAlreadyExistsException) {
      boolean link = Files.isSymbolicLink(Path.of(e.getMessage()));
      return e.getMessage() + (link ? " is a link to nothing" : " is a file, not a folder");
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such folder";
    }
    if (e instanceof FileSystemException f) {
      return f.getReason() == null ? e.toString() : f.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
