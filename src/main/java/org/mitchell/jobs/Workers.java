package org.mitchell.jobs;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of threads that share out numbered pieces of work.
 *
 * <p>Pieces are handed out in order, but any thread may take any piece: results stay the same for
 * any number of threads as long as a piece writes only what belongs to its own number.
 */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /**
   * @param threads how many threads work, the calling one included; at least 1
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, got " + threads);
    }
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(
            Math.max(1, threads - 1),
            task -> {
              var thread = new Thread(task, "mitchell-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** As many threads as the machine has processors. */
  public static Workers ofAllProcessors() {
    return new Workers(Runtime.getRuntime().availableProcessors());
  }

  public int threads() {
    return threads;
  }

  /** One piece of the work. */
  @FunctionalInterface
  public interface Piece {
    void run(int number);
  }

  /**
   * Runs the pieces 0 .. {@code count - 1} and returns when all are done. A failure stops the
   * handing out of pieces, and the failure of the lowest piece is thrown here once the others have
   * ended: the same one for any number of threads. A piece must not call this method of the same
   * workers.
   *
   * @throws IllegalStateException if the calling thread is interrupted while it waits for the
   *     others
   */
  public void forEach(int count, Piece piece) {
    var work = new Work(count, piece);
    var others = new ArrayList<Future<?>>();
    for (int t = 1; t < Math.min(threads, count); t++) {
      others.add(pool.submit(work));
    }
    work.run();
    boolean interrupted = false;
    for (Future<?> other : others) {
      interrupted |= await(other, work);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    work.rethrowFailure();
    if (interrupted) {
      throw new IllegalStateException("interrupted while work was under way");
    }
  }

  /**
   * Begins something that is wanted later, beside what the calling thread does now. With one thread
   * it is made when it is asked for.
   *
   * @param work must not call these workers
   */
  public <T> Ahead<T> ahead(Callable<T> work) {
    return threads > 1 ? Ahead.begun(work, pool) : Ahead.unbegun(work);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  /**
   * Waits to the end in any case: nothing may run on when the caller has gone. Tells whether it was
   * interrupted.
   */
  private static boolean await(Future<?> other, Work work) {
    boolean interrupted = false;
    while (true) {
      try {
        other.get();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
        work.stop();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a loop keeps its failures to itself", e);
      }
    }
  }

  /** Takes pieces until there are no more; what several threads run at the same time. */
  private static final class Work implements Runnable {
    private final int count;
    private final Piece piece;
    private final AtomicInteger next = new AtomicInteger();
    private int failedPiece = Integer.MAX_VALUE;
    private Throwable failure;

    Work(int count, Piece piece) {
      this.count = count;
      this.piece = piece;
    }

    @Override
    public void run() {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        try {
          piece.run(i);
        } catch (RuntimeException | Error e) {
          fail(i, e);
        }
      }
    }

    void stop() {
      next.set(count);
    }

    private synchronized void fail(int number, Throwable cause) {
      stop();
      if (number < failedPiece) {
        failedPiece = number;
        failure = cause;
      }
    }

    private synchronized void rethrowFailure() {
      if (failure instanceof Error e) {
        throw e;
      }
      if (failure != null) {
        throw (RuntimeException) failure;
      }
    }
  }
}
