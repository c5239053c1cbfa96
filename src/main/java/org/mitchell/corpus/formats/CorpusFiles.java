package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.mitchell.files.InputException;

/** Finds the files of a corpus. */
public final class CorpusFiles {
  private static final Pattern PATTERN = Pattern.compile("[*?\\[{]");

  private CorpusFiles() {}

  /**
   * The files at these paths: a file is itself, a folder all files below it, sorted by path,
   * without hidden ones (a name that begins with a dot); a pattern with {@code * ? [ {}, where no
   * file has that name, all files that match it, sorted; {@code **} goes through folders. A file
   * met twice counts once.
   *
   * @throws InputException if a path does not exist, a pattern matches nothing, or a folder holds
   *     no file
   */
  public static List<CorpusFile> under(List<String> paths) throws IOException {
    Map<Path, CorpusFile> byRealPath = new LinkedHashMap<>();
    for (String path : paths) {
      if (path.isEmpty()) {
        throw new InputException("got '' where a file, a folder or a pattern is expected");
      }
      for (Path file : files(path)) {
        if (!Files.exists(file)) {
          throw InputException.in(file, "this link leads nowhere. Mend it, or remove it");
        }
        // A pipe may have a name and no path.
        Path real = Files.isRegularFile(file) ? file.toRealPath() : file.toAbsolutePath();
        byRealPath.putIfAbsent(real, new CorpusFile(file));
      }
    }
    return List.copyOf(byRealPath.values());
  }

  private static List<Path> files(String path) throws IOException {
    if (PATTERN.matcher(path).find() && !Files.exists(Path.of(path))) {
      return matching(path);
    }
    return Files.isDirectory(Path.of(path)) ? below(Path.of(path)) : List.of(existing(path));
  }

  /** The files below the last folder of a pattern that has no wild card, as far as they match. */
  private static List<Path> matching(String pattern) throws IOException {
    var names = Path.of(pattern);
    Path folder = names.isAbsolute() ? names.getRoot() : Path.of("");
    for (Path name : names) {
      if (PATTERN.matcher(name.toString()).find()) {
        break;
      }
      folder = folder.resolve(name);
    }
    var matcher = matcher(pattern);
    var files =
        Files.isDirectory(folder)
            ? visibleFiles(folder).stream().filter(matcher::matches).toList()
            : List.<Path>of();
    if (files.isEmpty()) {
      throw new InputException(
          pattern + ": no file matches this pattern. Check it, and the folder it begins with");
    }
    return files;
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new InputException(
          pattern + ": this is no pattern (" + e.getDescription() + "), and no file has this name");
    }
  }

  private static Path existing(String path) {
    Path file = Path.of(path);
    if (!Files.exists(file)) {
      throw InputException.in(
          file, "there is no such file or folder. Check the path given as corpus");
    }
    return file;
  }

  private static List<Path> below(Path folder) throws IOException {
    var files = visibleFiles(folder);
    if (files.isEmpty()) {
      throw InputException.in(
          folder, "this folder holds no files. Texts, plain or compressed, are expected");
    }
    return files;
  }

  private static List<Path> visibleFiles(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      // A link that leads nowhere is one that is missing.
      walk.filter(file -> Files.isRegularFile(file) || !Files.exists(file))
          .filter(file -> isVisible(folder, file))
          .sorted()
          .forEach(files::add);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileSystemLoopException loop) {
        throw InputException.in(
            Path.of(loop.getFile()), "this link leads back to a folder above it. Remove it", e);
      }
      throw e.getCause();
    }
    return files;
  }

  private static boolean isVisible(Path folder, Path file) {
    for (Path name : folder.relativize(file)) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }
}
