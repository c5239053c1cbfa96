package org.mitchell.cli.text;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.mitchell.jobs.Progress;

/**
 * A line now and then, for logs and pipes: what is being done, how far it is, how fast and how long
 * it will take. Tasks that are done sooner than the first line is due leave nothing.
 */
final class PlainProgress implements Progress {
  private static final double BETWEEN_SECONDS = 15;
  private static final double MEGABYTE = 1e6;

  private final PrintStream stream;
  private final LongSupplier nanos;
  private String task = "";
  private String unit = "";
  private String state = "";
  private long total;
  private long done;
  private long begun;
  private long said;

  /**
   * @param nanos a clock as {@link System#nanoTime}
   */
  PlainProgress(PrintStream stream, LongSupplier nanos) {
    this.stream = stream;
    this.nanos = nanos;
  }

  @Override
  public synchronized void begin(String newTask, String newUnit, long newTotal) {
    task = newTask;
    unit = newUnit;
    state = "";
    total = newTotal;
    done = 0;
    begun = nanos.getAsLong();
    said = begun;
  }

  @Override
  public synchronized void advance(long amount) {
    done += amount;
    long now = nanos.getAsLong();
    if (now - said >= BETWEEN_SECONDS * 1e9) {
      said = now;
      Console.noteOn(stream, line((now - begun) / 1e9));
    }
  }

  @Override
  public synchronized void say(String newState) {
    state = newState;
  }

  @Override
  public synchronized void end() {
    // The result says that the task has ended.
  }

  private String line(double seconds) {
    double rate = done / seconds;
    String sofar = total < 0 ? amount(done) : "%s of %s".formatted(amount(done), amount(total));
    String left =
        total < 0 || done == 0
            ? ""
            : String.format(Locale.ROOT, ", about %,.0f s left", (total - done) / rate);
    return String.format(
        Locale.ROOT,
        "%s: %s %s in %,.0f s (%s a second%s)%s",
        task,
        sofar,
        unit.equals("bytes") ? "MB" : unit,
        seconds,
        rate(rate),
        left,
        state.isEmpty() ? "" : "; " + state);
  }

  private String amount(long count) {
    return unit.equals("bytes")
        ? String.format(Locale.ROOT, "%,.0f", count / MEGABYTE)
        : String.format(Locale.ROOT, "%,d", count);
  }

  private String rate(double rate) {
    return unit.equals("bytes")
        ? String.format(Locale.ROOT, "%,.1f", rate / MEGABYTE)
        : String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%,.0f", rate);
  }
}
