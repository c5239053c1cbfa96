package org.mitchell.jobs;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Something that is wanted later, and made meanwhile where a thread is free for it; else when it is
 * asked for, by whoever asks.
 */
public final class Ahead<T> {
  private final FutureTask<T> task;

  private Ahead(Callable<T> work) {
    this.task = new FutureTask<>(work);
  }

  static <T> Ahead<T> begun(Callable<T> work, Executor thread) {
    var ahead = new Ahead<>(work);
    thread.execute(ahead.task);
    return ahead;
  }

  static <T> Ahead<T> unbegun(Callable<T> work) {
    return new Ahead<>(work);
  }

  /**
   * What was made, the same each time.
   *
   * @throws IOException if making it failed so; what else it failed with is thrown as it is
   * @throws IllegalStateException if the calling thread is interrupted while it waits
   */
  public T get() throws IOException {
    task.run(); // does nothing where another thread has begun it
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while work was under way", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }
}
