package org.mitchell.derivatives.contents;

import java.nio.file.Path;
import org.mitchell.files.FullPath;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A mesh whose edges said which vertices of a map are neighbours.
 *
 * @param hemisphere left or right
 * @param path where it was, from the root on
 * @param sha256 of its bytes
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record MeshFile(String hemisphere, String path, String sha256) {
  /** A file as it is now. */
  public static MeshFile of(String hemisphere, Path file, String sha256) {
    return new MeshFile(hemisphere, FullPath.of(file).toString(), sha256);
  }
}
