package org.mitchell.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Faults of readers, the first of each kind with its input: a kind is where it came from. */
final class Findings {
  private final Path folder;
  private final Map<String, Path> kinds = new TreeMap<>();

  Findings(Path folder) {
    this.folder = folder;
  }

  void add(Reader reader, byte[] content, AssertionError fault) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    String kind = reader + " " + cause.getClass().getSimpleName() + place(cause);
    if (kinds.containsKey(kind)) {
      return;
    }
    Path input = folder.resolve("%s-%08x".formatted(reader, kind.hashCode()));
    kinds.put(kind, input);
    var trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    try {
      Files.createDirectories(folder);
      Files.write(input, content);
      Files.writeString(input.resolveSibling(input.getFileName() + ".txt"), trace.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(Throwable cause) {
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith("org.mitchell.")) {
        return " " + frame.getClassName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  /** Each with its bytes: a machine that nobody can look at afterwards has no more than this. */
  void print(PrintStream out) {
    kinds.forEach(
        (kind, input) -> {
          try {
            byte[] content = Files.readAllBytes(input);
            out.printf(
                "found: %s%n%,d bytes, to be tried again as testdata/fuzz/found/%s:%n%s%n",
                kind, content.length, input.getFileName(), HexFormat.of().formatHex(content));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  int kinds() {
    return kinds.size();
  }

  @Override
  public String toString() {
    return kinds.toString();
  }
}
