package org.mitchell.cli.text;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.mitchell.files.Json;

/** The one place where the command line prints; what it prints is {@link Printable}. */
public final class Console {
  private Console() {}

  /** A line of the result, on standard output. */
  public static void print(String line) {
    System.out.println(Printable.line(line));
  }

  /** The result as one JSON object on standard output: UTF-8 whatever the terminal speaks. */
  public static void printJson(Object value) {
    byte[] json = Printable.lines(Json.text(value)).getBytes(StandardCharsets.UTF_8);
    System.out.write(json, 0, json.length);
    System.out.flush();
  }

  /** A line to read while the command works, or on what went wrong, on standard error. */
  public static void note(String line) {
    noteOn(System.err, line);
  }

  /** As {@link #note}, on another stream. */
  static void noteOn(PrintStream stream, String line) {
    stream.println(Printable.line(line));
  }

  /** What went wrong, for whoever mends the program. */
  public static void noteTrace(Throwable error) {
    var trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    System.err.print(Printable.lines(trace.toString()));
  }
}
