package org.mitchell.cli.text;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.mitchell.jobs.Progress;

/** A progress bar on standard error, for tasks that take long enough to look at. */
public final class TerminalProgress implements Progress {
  private static final long PATIENCE_NANOS = 500_000_000L;
  private static final int WIDTH = 100;

  private String task = "";
  private String unit = "";
  private long total;
  private long done;
  private long begun;
  private Optional<ProgressBar> bar = Optional.empty();

  private TerminalProgress() {}

  /** A bar where standard error is a terminal, a plain line now and then elsewhere. */
  public static Progress ofStandardError() {
    return isTerminal() ? new TerminalProgress() : new PlainProgress(System.err, System::nanoTime);
  }

  @Override
  public synchronized void begin(String newTask, String newUnit, long newTotal) {
    end();
    task = newTask;
    unit = newUnit;
    total = newTotal;
    done = 0;
    begun = System.nanoTime();
  }

  @Override
  public synchronized void advance(long amount) {
    done += amount;
    if (bar.isEmpty() && System.nanoTime() - begun > PATIENCE_NANOS) {
      bar = Optional.of(newBar());
    }
    bar.ifPresent(b -> b.stepTo(done));
  }

  @Override
  public synchronized void say(String state) {
    bar.ifPresent(b -> b.setExtraMessage(" " + Printable.line(state)));
  }

  @Override
  public synchronized void end() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  private ProgressBar newBar() {
    var builder =
        new ProgressBarBuilder()
            .setTaskName(Printable.line(task))
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
            .continuousUpdate()
            .clearDisplayOnFinish();
    return (unit.equals("bytes")
            ? builder.setUnit(" MB", 1_000_000)
            : builder.setUnit(" " + unit, 1))
        .showSpeed()
        .build();
  }

  /**
   * The launcher knows and says so. Without it, a console means a terminal up to Java 21; from 22
   * on there is always a console, so that nothing can be concluded.
   */
  public static boolean isTerminal() {
    String told = System.getProperty("mitchell.terminal", "");
    return told.isEmpty()
        ? Runtime.version().feature() < 22 && System.console() != null
        : told.equals("true");
  }
}
