package org.mitchell.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WorkersTest {
  @ParameterizedTest
  @CsvSource({"1, 0", "4, 0", "4, 1", "1, 100", "2, 1000", "8, 3", "8, 20000"})
  void everyPieceRunsOnce(int threads, int count) {
    var runs = new AtomicIntegerArray(count);
    try (var workers = new Workers(threads)) {
      workers.forEach(count, runs::incrementAndGet);
    }
    for (int i = 0; i < count; i++) {
      assertThat(runs.get(i)).as("piece %d", i).isEqualTo(1);
    }
  }

  @Test
  void theResultIsTheSameForAnyNumberOfThreads() {
    double[] one = squareRoots(1);
    assertThat(one[9]).isEqualTo(3);
    for (int threads : new int[] {2, 3, 7}) {
      assertThat(squareRoots(threads)).containsExactly(one);
    }
  }

  @Test
  void whatIsWantedLaterIsMadeBesideWhatTheCallerDoes() throws Exception {
    var both = new CyclicBarrier(2);
    try (var workers = new Workers(2)) {
      Ahead<String> ahead =
          workers.ahead(
              () -> {
                await(both);
                return Thread.currentThread().getName();
              });
      await(both); // nobody has asked for it yet
      assertThat(ahead.get()).isEqualTo("mitchell-worker");
    }
  }

  @Test
  void withOneThreadItIsMadeOnceByWhoeverAsks() throws Exception {
    var times = new AtomicInteger();
    try (var workers = new Workers(1)) {
      Ahead<Thread> ahead =
          workers.ahead(
              () -> {
                times.incrementAndGet();
                return Thread.currentThread();
              });
      assertThat(times).hasValue(0);
      assertThat(ahead.get()).isEqualTo(Thread.currentThread());
      assertThat(ahead.get()).isEqualTo(Thread.currentThread());
      assertThat(times).hasValue(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aFailureIsThatOfWhoeverAsks(int threads) {
    try (var workers = new Workers(threads)) {
      var trouble = new IOException("the disk is full");
      Ahead<String> ahead =
          workers.ahead(
              () -> {
                throw trouble;
              });
      assertThatThrownBy(ahead::get).isSameAs(trouble);
      var fault = new IllegalArgumentException("no such word");
      Ahead<String> other =
          workers.ahead(
              () -> {
                throw fault;
              });
      assertThatThrownBy(other::get).isSameAs(fault);
    }
  }

  @Test
  void asManyPiecesRunAtATimeAsThereAreThreads() {
    var together = new CyclicBarrier(3);
    try (var workers = new Workers(3)) {
      workers.forEach(6, i -> await(together));
    }
    assertThat(together.isBroken()).isFalse();
  }

  @Test
  void oneThreadIsTheCallersOwn() {
    var caller = Thread.currentThread();
    var strangers = new AtomicInteger();
    try (var workers = new Workers(1)) {
      workers.forEach(50, i -> strangers.addAndGet(Thread.currentThread() == caller ? 0 : 1));
    }
    assertThat(strangers).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aFailureIsRethrownAndStopsTheOthers(int threads) {
    int count = 1_000_000_000;
    var failing = new CountDownLatch(1);
    var ran = new AtomicInteger();
    var failure = new IllegalStateException("piece 10 cannot be done");
    try (var workers = new Workers(threads)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      count,
                      i -> {
                        ran.incrementAndGet();
                        if (i == 10) {
                          failing.countDown();
                          throw failure;
                        }
                        if (i > 10) {
                          await(failing);
                        }
                      }))
          .isSameAs(failure);
      assertThat(ran).hasValueLessThan(count);
      var again = new AtomicInteger();
      workers.forEach(100, i -> again.incrementAndGet());
      assertThat(again).as("pieces after the failure").hasValue(100);
    }
  }

  @Test
  void errorsAreRethrownToo() {
    var error = new AssertionError("out of luck");
    try (var workers = new Workers(2)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      10,
                      i -> {
                        throw error;
                      }))
          .isSameAs(error);
    }
  }

  /** Piece 7 fails first; piece 3, which was taken before, fails while it does. */
  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void ofSeveralFailuresTheLowestPieceIsReported(int threads) {
    var sevenFails = new CountDownLatch(1);
    try (var workers = new Workers(threads)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      1000,
                      i -> {
                        if (i == 3) {
                          await(sevenFails);
                          throw new IllegalStateException("piece 3");
                        }
                        if (i == 7) {
                          sevenFails.countDown();
                          throw new IllegalStateException("piece 7");
                        }
                      }))
          .hasMessage("piece 3");
    }
  }

  @Test
  void anInterruptedCallerWaitsUntilNothingRunsAnyMore() throws InterruptedException {
    var both = new CyclicBarrier(2);
    var interrupted = new CountDownLatch(1);
    var othersDone = new AtomicBoolean();
    var outcome = new StringBuffer();
    var caller = new Thread[1];
    caller[0] =
        new Thread(
            () -> {
              try (var workers = new Workers(2)) {
                workers.forEach(
                    2,
                    i -> {
                      await(both);
                      if (Thread.currentThread() == caller[0]) {
                        caller[0].interrupt();
                        interrupted.countDown();
                      } else {
                        await(interrupted);
                        // The caller takes note of the interrupt as soon as it waits; leaving then
                        // would be too early.
                        while (caller[0].isInterrupted()) {
                          Thread.onSpinWait();
                        }
                        othersDone.set(true);
                      }
                    });
              } catch (IllegalStateException e) {
                outcome.append(e.getMessage()).append(", others done: ").append(othersDone);
                outcome
                    .append(", still interrupted: ")
                    .append(Thread.currentThread().isInterrupted());
              }
            });
    caller[0].start();
    caller[0].join();
    assertThat(outcome)
        .hasToString(
            "interrupted while work was under way, others done: true, still interrupted: true");
  }

  @Test
  void atLeastOneThreadIsNeeded() {
    assertThatThrownBy(() -> new Workers(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one thread is needed, got 0");
  }

  private static double[] squareRoots(int threads) {
    var roots = new double[5000];
    try (var workers = new Workers(threads)) {
      workers.forEach(roots.length, i -> roots[i] = Math.sqrt(i));
    }
    return roots;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
