package org.mitchell.spark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.mitchell.corpus.cluster.ShardCounter;
import org.mitchell.corpus.cluster.ShardedJob;
import org.mitchell.files.InputException;

/**
 * A small job for tests of the engine: how often each byte stands in a file, some shards of which
 * wait at a gate.
 */
final class LetterCounts implements ShardCounter<LetterCounts.Slice, long[]> {
  private static final long serialVersionUID = 1L;

  /** Bytes {@code from} .. {@code to - 1} of a file, to be counted once {@code gate} exists. */
  record Slice(String file, long from, long to, String gate) implements Serializable {}

  /**
   * The file in {@code shards} slices.
   *
   * @param free how many of them, from the first one on, do not wait for the gate
   */
  static ShardedJob<Slice, long[]> of(Path file, int shards, int free, Path gate)
      throws IOException {
    long size = Files.size(file);
    var slices = new ArrayList<Slice>();
    for (int i = 0; i < shards; i++) {
      slices.add(
          new Slice(
              file.toString(),
              size * i / shards,
              size * (i + 1) / shards,
              (i < free ? file : gate).toString()));
    }
    return new ShardedJob<>(List.copyOf(slices), new LetterCounts());
  }

  @Override
  public long[] none() {
    return new long[256];
  }

  @Override
  public long[] count(Iterator<Slice> shards) {
    long[] counts = none();
    while (shards.hasNext()) {
      var slice = shards.next();
      while (!Files.exists(Path.of(slice.gate()))) {
        LockSupport.parkNanos(1_000_000);
      }
      for (byte b : bytes(slice)) {
        counts[b & 0xff]++;
      }
    }
    return counts;
  }

  @Override
  public long[] plus(long[] one, long[] other) {
    long[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  private static byte[] bytes(Slice slice) {
    try (var file = new RandomAccessFile(slice.file(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(slice.to() - slice.from())];
      file.seek(slice.from());
      file.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      throw InputException.in(Path.of(slice.file()), "cannot be read: " + e, e);
    }
  }
}
