package org.mitchell.corpus.formats;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.mitchell.files.InputException;

/** Finds the files of a corpus. */
public final class CorpusFiles {
  private static final Pattern WILD_CARD = Pattern.compile("[*?\\[{]");

  /** Goes through folders: {@code **}, or braces with a slash between them. */
  private static final Pattern THROUGH_FOLDERS = Pattern.compile("\\*\\*|\\{[^}]*/");

  private final PassedOver passedOver;

  private CorpusFiles(PassedOver passedOver) {
    this.passedOver = passedOver;
  }

  /** Hears of folders that are left out. */
  @FunctionalInterface
  public interface PassedOver {
    void folder(Path folder, String reason);
  }

  /**
   * The files at these paths: a file is itself, a folder all files below it, sorted by path,
   * without hidden ones (a name that begins with a dot); a pattern with {@code * ? [ {}, where no
   * file has that name, all files that match it, sorted. Names between slashes match names of
   * folders, and only {@code **} goes through folders, any number of them or none. A file met
   * twice counts once.
   *
   * @param passedOver hears of folders on the way that must not be read, and of links that lead back
   *     to a folder above them
   * @throws InputException if a path does not exist, a pattern matches nothing, or a folder holds
   *     no file
   */
  public static List<CorpusFile> under(List<String> paths, PassedOver passedOver)
      throws IOException {
    var finder = new CorpusFiles(passedOver);
    Map<Path, CorpusFile> byRealPath = new LinkedHashMap<>();
    for (String path : paths) {
      if (path.isEmpty()) {
        throw new InputException("got '' where a file, a folder or a pattern is expected");
      }
      for (Path file : finder.files(path)) {
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

  private List<Path> files(String path) throws IOException {
    if (WILD_CARD.matcher(path).find() && !Files.exists(Path.of(path))) {
      return matching(path);
    }
    return Files.isDirectory(Path.of(path)) ? below(Path.of(path)) : List.of(existing(path));
  }

  private List<Path> matching(String pattern) throws IOException {
    var names = Path.of(pattern);
    Path folder = names.isAbsolute() ? names.getRoot() : Path.of("");
    int fixed = 0;
    while (!WILD_CARD.matcher(names.getName(fixed).toString()).find()) {
      folder = folder.resolve(names.getName(fixed++));
    }
    PathMatcher through = matcher(pattern, pattern);
    PathMatcher inNone = matcher(pattern.replace("**/", ""), pattern);
    List<Path> files =
        THROUGH_FOLDERS.matcher(pattern).find()
            ? visibleFiles(folder).stream()
                .filter(file -> through.matches(file) || inNone.matches(file))
                .toList()
            : inFolders(pattern, folder, names.subpath(fixed, names.getNameCount()));
    if (files.isEmpty()) {
      throw new InputException(
          pattern + ": no file matches this pattern. Check it, and the folder it begins with");
    }
    return files;
  }

  /** Goes down one folder a name, and looks into no other. */
  private List<Path> inFolders(String pattern, Path folder, Path names) throws IOException {
    List<Path> found = List.of(folder);
    for (Path name : names) {
      PathMatcher matcher = matcher(name.toString(), pattern);
      var next = new ArrayList<Path>();
      for (Path place : found) {
        entries(place).stream()
            .filter(file -> matcher.matches(file.getFileName()))
            .forEach(next::add);
      }
      found = next;
    }
    return found.stream().filter(CorpusFiles::isFileOrLost).sorted().toList();
  }

  /** What a folder has that is not hidden; nothing of what is no folder. */
  private List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> !isHidden(entry)).toList();
    } catch (AccessDeniedException e) {
      passedOver.folder(folder, "no permission to read this folder");
      return List.of();
    }
  }

  private static PathMatcher matcher(String names, String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + names);
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

  private List<Path> below(Path folder) throws IOException {
    var files = visibleFiles(folder);
    if (files.isEmpty()) {
      throw InputException.in(
          folder, "this folder holds no files. Texts, plain or compressed, are expected");
    }
    return files;
  }

  /** The files below a folder, sorted; none below what is no folder. */
  private List<Path> visibleFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var visitor = new VisibleFiles(folder);
    Files.walkFileTree(
        folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    return visitor.files.stream().sorted().toList();
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /** Whether it is a file, or a link that leads nowhere: one that is missing. */
  private static boolean isFileOrLost(Path file) {
    return Files.isRegularFile(file) || !Files.exists(file);
  }

  /** Collects the files that are not hidden, nor below a hidden folder. */
  private final class VisibleFiles extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> files = new ArrayList<>();

    VisibleFiles(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about) {
      return !folder.equals(root) && isHidden(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
      if (!isHidden(file) && isFileOrLost(file)) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
      if (problem instanceof AccessDeniedException && !file.equals(root)) {
        passedOver.folder(file, "no permission to read this folder");
      } else if (problem instanceof FileSystemLoopException) {
        passedOver.folder(file, "this link leads back to a folder above it");
      } else {
        throw problem;
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
