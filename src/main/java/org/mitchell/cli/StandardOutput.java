package org.mitchell.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.cli.text.Console;

/**
 * Standard output that remembers what could not be written, which {@link PrintStream} swallows: a
 * result that did not arrive is no success.
 */
final class StandardOutput extends PrintStream {
  /** As a shell reports a program that a closed pipe ended: 128 + SIGPIPE. */
  private static final int BROKEN_PIPE = 141;

  private final Remembering target;

  private StandardOutput(Remembering target, Charset charset) {
    super(target, true, charset);
    this.target = target;
  }

  /**
   * Puts it in the place of Java's. Both streams speak UTF-8 where the locale has no letters beyond
   * ASCII.
   */
  static void install() {
    Charset charset = charset();
    System.setOut(
        new StandardOutput(new Remembering(new FileOutputStream(FileDescriptor.out)), charset));
    System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset));
  }

  /**
   * The exit status of a command that ended with {@code status}. A result that could not be written
   * makes it a failure, which is said unless whoever read it has gone away.
   */
  static int statusAfter(int status) {
    if (!System.out.checkError()) {
      return status;
    }
    Optional<String> reason =
        System.out instanceof StandardOutput own ? own.target.failure() : Optional.empty();
    if (isPipe(reason)) {
      return status == 0 ? BROKEN_PIPE : status;
    }
    Console.note(
        "mitchell: standard output could not be written"
            + reason.map(why -> ": " + why).orElse("")
            + ". What is there of the result is not whole");
    return status == 0 ? 1 : status;
  }

  /** Nothing else can go wrong with a pipe but that nobody reads it any more. */
  private static boolean isPipe(Optional<String> reason) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException e) {
      return reason.filter(why -> why.toLowerCase(Locale.ROOT).contains("broken pipe")).isPresent();
    }
  }

  private static Charset charset() {
    Charset told = StandardCharsets.UTF_8;
    for (String property : List.of("native.encoding", "sun.stdout.encoding", "stdout.encoding")) {
      String name = System.getProperty(property);
      if (name != null && Charset.isSupported(name)) {
        told = Charset.forName(name); // the last has the last word
      }
    }
    return told.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : told;
  }

  /** Keeps the reason of the first failure. */
  private static final class Remembering extends FilterOutputStream {
    private Optional<String> failure = Optional.empty();

    Remembering(OutputStream target) {
      super(target);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        out.write(bytes, from, count);
      } catch (IOException e) {
        failure = failure.or(() -> Optional.ofNullable(e.getMessage()));
        throw e;
      }
    }

    Optional<String> failure() {
      return failure;
    }
  }
}
