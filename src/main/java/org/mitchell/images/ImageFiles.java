package org.mitchell.images;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.mitchell.files.InputException;
import org.mitchell.maps.volumes.VolumePlace;
import org.mitchell.nifti.NiftiException;
import org.mitchell.text.NaturalOrder;

/**
 * The files of images that somebody names: files, patterns such as {@code beta_*.nii}, or the
 * folder of an SPM analysis.
 *
 * @param images in the natural order of their names: 2 before 10
 * @param labels what was shown, where the analysis says it
 */
public record ImageFiles(List<Path> images, Optional<Path> labels) {
  private static final String SPM = "SPM.mat";

  public ImageFiles {
    images = List.copyOf(images);
  }

  /**
   * @throws InputException if a pattern has no file, a folder no analysis, or images of an analysis
   *     are not beside it
   */
  public static ImageFiles named(List<Path> names) throws IOException {
    if (names.size() == 1) {
      Path analysis = Files.isDirectory(names.get(0)) ? names.get(0).resolve(SPM) : names.get(0);
      if (Files.isDirectory(names.get(0)) && !Files.exists(analysis)) {
        throw InputException.in(
            names.get(0),
            "a folder without SPM.mat. Name the images in it: files, or a pattern as '%s'"
                .formatted(names.get(0).resolve("beta_*.nii")));
      }
      if (analysis.getFileName().toString().equals(SPM)) {
        return new ImageFiles(SpmAnalysis.read(analysis).images(), Optional.of(analysis));
      }
    }
    var files = new ArrayList<Path>();
    for (Path name : names) {
      files.addAll(Files.exists(name) ? List.of(name) : matching(name));
    }
    var seen = new HashSet<Path>();
    for (Path file : files) {
      if (!seen.add(file)) {
        throw InputException.in(file, "named twice among the images. Name every file once");
      }
    }
    return new ImageFiles(
        files.stream().sorted(Comparator.comparing(Path::toString, new NaturalOrder())).toList(),
        Optional.empty());
  }

  /** Whether something beside a table says what was shown in each image. */
  public boolean haveLabels() throws IOException {
    if (labels.isPresent()) {
      return true;
    }
    try {
      VolumePlace place = VolumePlace.read(images.get(0));
      return AfniLabels.of(place.file(), place.header(), place.volumes()).isPresent();
    } catch (NiftiException e) {
      return false;
    }
  }

  /** The files of a pattern in its last part; a name without one is left to the reader. */
  private static List<Path> matching(Path name) throws IOException {
    String pattern = name.getFileName().toString();
    if (!pattern.matches(".*[*?\\[{].*")) {
      return List.of(name);
    }
    Path folder = Optional.ofNullable(name.getParent()).orElse(Path.of(""));
    var found = new ArrayList<Path>();
    if (Files.isDirectory(folder.toAbsolutePath())) {
      PathMatcher matcher = matcher(name, pattern);
      try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
        files
            .map(Path::getFileName)
            .filter(matcher::matches)
            .map(folder::resolve)
            .forEach(found::add);
      }
    }
    if (found.isEmpty()) {
      throw InputException.in(name, "no file has a name of this pattern. Check the path");
    }
    return found;
  }

  private static PathMatcher matcher(Path name, String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException | InvalidPathException e) {
      throw InputException.in(name, "neither a file nor a pattern. Check the path", e);
    }
  }
}
