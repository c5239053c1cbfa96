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
 * <p>Pieces are handed out in order, but any thread may take any piece: results stay the same for any number of threads
 * as long as a piece writes only what belongs to its own number.
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
   * Runs the pieces 0 .. {@code count - 1} and returns when all are done. The first failure of a piece is thrown here,
   * after the other threads have stopped taking new pieces.
   */
  public void forEach(int count, Piece piece) {
    var next = new AtomicInteger();
    Callable<Void> loop =
        () -> {
          try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
              piece.run(i);
            }
            return null;
          } catch (RuntimeException | Error e) {
            next.set(count);
            throw e;
          }
        };
    var others = new ArrayList<Future<Void>>();
    for (int t = 1; t < Math.min(threads, count); t++) {
      others.add(pool.submit(loop));
    }
    Throwable failure = null;
    try {
      loop.call();
    } catch (Exception | Error e) {
      failure = e;
    }
    for (Future<Void> other : others) {
      Throwable theirs = await(other);
      failure = failure == null ? theirs : failure;
    }
    rethrow(failure);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private static Throwable await(Future<Void> future) {
    try {
      future.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted while work was under way", e);
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
  }
}
