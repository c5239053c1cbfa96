package org.mitchell.corpus.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.corpus.CountedInput;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.jobs.Workers;

/** Finds the files of a corpus. */
public final class CorpusFiles {
  private CorpusFiles() {}

  /**
   * The files at these paths: a file is itself, a folder all files below it, sorted by path,
   * without hidden ones (a name that begins with a dot). A file met twice counts once.
   *
   * @throws InputException if a path does not exist, or a folder holds no file
   */
  public static List<CorpusFile> under(List<Path> paths) throws IOException {
    Map<Path, CorpusFile> byRealPath = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : Files.isDirectory(path) ? below(path) : List.of(existing(path))) {
        byRealPath.putIfAbsent(file.toRealPath(), new CorpusFile(file));
      }
    }
    return List.copyOf(byRealPath.values());
  }

  /** Size and SHA-256 of each file, for the record; all threads share the files. */
  public static List<CountedInput> fingerprints(List<CorpusFile> files, Workers workers)
      throws IOException {
    var inputs = new CountedInput[files.size()];
    try {
      workers.forEach(files.size(), i -> inputs[i] = fingerprint(files.get(i).file()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return List.of(inputs);
  }

  private static CountedInput fingerprint(Path file) {
    try {
      return new CountedInput(file.toString(), Files.size(file), InputFiles.sha256(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path existing(Path file) {
    if (!Files.exists(file)) {
      throw InputException.in(
          file, "there is no such file or folder. Check the path given as corpus");
    }
    return file;
  }

  private static List<Path> below(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      walk.filter(file -> isVisible(folder, file) && Files.isRegularFile(file))
          .sorted()
          .forEach(files::add);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FileSystemLoopException loop) {
        throw InputException.in(
            Path.of(loop.getFile()), "this link leads back to a folder above it. Remove it", e);
      }
      throw e.getCause();
    }
    if (files.isEmpty()) {
      throw InputException.in(
          folder, "this folder holds no files. Text files, plain or gzip, are expected");
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
