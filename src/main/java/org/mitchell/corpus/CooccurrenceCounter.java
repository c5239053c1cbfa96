package org.mitchell.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Counts co-occurrences in texts with all threads of one machine; the counts are the same for any
 * number of threads.
 *
 * <p>Each thread takes a text of its own while there are untouched ones, then helps with those
 * still under way; so many files are read side by side, and one big file occupies all threads.
 * Memory is one chunk a thread, however long the text.
 */
public final class CooccurrenceCounter {
  private final Counting counting;
  private final int chunkSize;

  public CooccurrenceCounter(Counting counting) {
    this(counting, TextChunks.SIZE);
  }

  CooccurrenceCounter(Counting counting, int chunkSize) {
    this.counting = counting;
    this.chunkSize = chunkSize;
  }

  /**
   * Reads all the texts once.
   *
   * @param progress hears of bytes of text; their total is not known beforehand
   * @throws InputException if a text cannot be read to its end; the message names it and the place
   * @throws IOException if the machine fails
   */
  public Cooccurrences count(List<? extends TextSource> texts, Workers workers, Progress progress)
      throws IOException {
    progress.begin("count", "bytes", -1);
    try (var run = new Run(texts, progress)) {
      workers.forEach(workers.threads(), thread -> run.work());
      return run.total();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      progress.end();
    }
  }

  /** One text under way. */
  private record Reading(TextChunks chunks, Stitches stitches) {}

  /** One counting under way, shared by the threads. */
  private final class Run implements AutoCloseable {
    private final Iterator<? extends TextSource> untouched;
    private final Progress progress;
    private final Set<Reading> underWay = new LinkedHashSet<>();
    private final AtomicBoolean failed = new AtomicBoolean();
    private Cooccurrences sum = new TextCounter(counting).cooccurrences();

    Run(List<? extends TextSource> texts, Progress progress) {
      this.untouched = texts.iterator();
      this.progress = progress;
    }

    /** What each thread does. */
    void work() {
      var counter = new TextCounter(counting);
      var chunk = new TextChunks.Chunk();
      try {
        for (var reading = choose(); reading.isPresent() && !failed.get(); reading = choose()) {
          read(reading.get(), counter, chunk);
        }
      } catch (IOException e) {
        failed.set(true);
        throw new UncheckedIOException(e);
      } catch (RuntimeException | Error e) {
        failed.set(true);
        throw e;
      }
      add(counter.cooccurrences());
    }

    synchronized Cooccurrences total() {
      return sum;
    }

    @Override
    public synchronized void close() throws IOException {
      for (var reading : underWay) {
        reading.chunks().close();
      }
    }

    private synchronized Optional<Reading> choose() {
      if (untouched.hasNext()) {
        var reading =
            new Reading(new TextChunks(untouched.next(), chunkSize), new Stitches(counting));
        underWay.add(reading);
        return Optional.of(reading);
      }
      return underWay.stream().filter(reading -> !reading.chunks().hasEnded()).findFirst();
    }

    private void read(Reading reading, TextCounter counter, TextChunks.Chunk chunk)
        throws IOException {
      while (!failed.get() && reading.chunks().next(chunk)) {
        counter.startSegment();
        counter.text(chunk.buffer(), 0, chunk.length());
        if (chunk.isLast()) {
          counter.endDocument();
          reading.chunks().close();
        }
        boolean complete =
            reading.stitches().add(chunk.number(), chunk.isLast(), counter.endSegment());
        if (complete) {
          complete(reading);
        }
        progress.advance(chunk.length());
      }
    }

    private synchronized void complete(Reading reading) {
      underWay.remove(reading);
      add(reading.stitches().correction());
    }

    private synchronized void add(Cooccurrences counts) {
      sum = sum.plus(counts);
    }
  }
}
