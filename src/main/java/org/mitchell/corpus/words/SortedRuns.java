package org.mitchell.corpus.words;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.mitchell.files.TemporaryFolder;

/**
 * Word counts that do not fit in memory: files of sorted words, which are merged into one while
 * they are read. Safe to add to from several threads. The files go when this is closed.
 */
final class SortedRuns implements Closeable {
  /** So many files are merged into one before more are written. */
  private static final int MOST_FILES = 64;

  private static final int BUFFER = 1 << 16;

  private final TemporaryFolder folder;
  private final List<Path> files = new ArrayList<>();

  /**
   * @param folder exists; a folder of our own is made in it
   */
  SortedRuns(Path folder) throws IOException {
    this.folder = TemporaryFolder.in(folder, "mitchell-words");
  }

  /** Hears of every word once, in the order of their bytes. */
  interface Sink {
    void word(byte[] word, long count) throws IOException;
  }

  /** Takes over what a table has; the table is empty then. */
  void add(WordTable table) throws IOException {
    Path file = Files.createTempFile(folder.path(), "run", "");
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      for (int word : table.sorted()) {
        write(table.word(word), table.count(word), out);
      }
    }
    table.clear();
    addFile(file);
  }

  /** Adds up the counts of each word. */
  synchronized void forEach(Sink sink) throws IOException {
    merge(files, sink);
  }

  @Override
  public synchronized void close() throws IOException {
    folder.close();
  }

  private synchronized void addFile(Path file) throws IOException {
    files.add(file);
    if (files.size() < MOST_FILES) {
      return;
    }
    Path merged = Files.createTempFile(folder.path(), "merged", "");
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(merged), BUFFER))) {
      merge(files, (word, count) -> write(word, count, out));
    }
    for (Path old : files) {
      Files.delete(old);
    }
    files.clear();
    files.add(merged);
  }

  private static void write(byte[] word, long count, DataOutputStream out) throws IOException {
    out.writeShort(word.length);
    out.write(word);
    out.writeLong(count);
  }

  private static void merge(List<Path> files, Sink sink) throws IOException {
    var heads =
        new PriorityQueue<Run>(Comparator.comparing(run -> run.word, Arrays::compareUnsigned));
    try {
      for (Path file : files) {
        var run = new Run(file);
        if (run.advance()) {
          heads.add(run);
        }
      }
      while (!heads.isEmpty()) {
        byte[] word = heads.peek().word;
        long count = 0;
        while (!heads.isEmpty() && Arrays.equals(heads.peek().word, word)) {
          var run = heads.remove();
          count += run.count;
          if (run.advance()) {
            heads.add(run);
          }
        }
        sink.word(word, count);
      }
    } finally {
      for (var run : heads) {
        run.close();
      }
    }
  }

  /** One file, at one of its words; closes itself at its end. */
  private static final class Run implements Closeable {
    private final DataInputStream in;
    private byte[] word = new byte[0];
    private long count;

    Run(Path file) throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    }

    boolean advance() throws IOException {
      in.mark(1);
      if (in.read() < 0) {
        close();
        return false;
      }
      in.reset();
      word = in.readNBytes(in.readUnsignedShort());
      count = in.readLong();
      return true;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
