package org.mitchell.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mitchell.files.InputFiles;

/**
 * A file that was read.
 *
 * @param path as the user gave it
 * @param bytes its size
 * @param sha256 of its bytes, in lower-case hex
 */
public record InputRecord(String path, long bytes, String sha256) {
  /** Reads the file to take its hash. */
  public static InputRecord of(Path file) throws IOException {
    String sha256 = InputFiles.sha256(file);
    return new InputRecord(file.toString(), Files.size(file), sha256);
  }
}
