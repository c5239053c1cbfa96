package org.mitchell.spark;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process between a test and a program that starts programs of its own: when the test's process
 * is gone, even killed, the guard's standard input ends, and it takes all of them with it.
 */
final class Guard {
  private Guard() {}

  /** Runs the words as a command, and ends with its status. */
  public static void main(String[] words) throws IOException, InterruptedException {
    var watch = new Thread(Guard::killWhenTheInputEnds, "watch");
    watch.setDaemon(true);
    watch.start();
    var command =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    System.exit(command.start().waitFor());
  }

  /**
   * Kills what a process started, as a failing machine would. Returns when all are gone, with their
   * number.
   */
  static int killStartedBy(ProcessHandle process) {
    List<ProcessHandle> children = process.children().toList();
    List<ProcessHandle> all = process.descendants().toList();
    // The children first, so that they start nothing anew.
    Stream.concat(children.stream(), all.stream()).forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
    return all.size();
  }

  private static void killWhenTheInputEnds() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes here.
      }
    } catch (IOException e) {
      // As good as its end.
    }
    killStartedBy(ProcessHandle.current());
    Runtime.getRuntime().halt(1);
  }
}
