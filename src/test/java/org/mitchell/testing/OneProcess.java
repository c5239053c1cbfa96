package org.mitchell.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mitchell.corpus.cluster.Cluster;
import org.mitchell.corpus.cluster.ShardCounter;
import org.mitchell.corpus.cluster.SharedTask;

/**
 * A cluster of this process alone. Its tasks are done from the last to the first, each with copies
 * of all that it is given, and what they give is copied too: as if they had come from other
 * machines.
 */
public final class OneProcess implements Cluster {
  private final List<String> said = new ArrayList<>();
  private int roundsLeft;

  public OneProcess() {
    this(Integer.MAX_VALUE);
  }

  /**
   * A cluster that is lost.
   *
   * @param rounds how often it gives results of all shards before
   */
  public OneProcess(int rounds) {
    this.roundsLeft = rounds;
  }

  /** Stands for the end of the process. */
  public static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What the user was told. */
  public List<String> said() {
    return List.copyOf(said);
  }

  @Override
  public <S extends Serializable, R extends Serializable> R sum(
      List<S> shards, ShardCounter<S, R> counter) {
    R sum = counter.none();
    for (S shard : shards) {
      sum = counter.plus(sum, sent(counter.count(List.of(sent(shard)).iterator())));
    }
    return sum;
  }

  @Override
  public <B extends Serializable, S extends Serializable, R extends Serializable> List<R> each(
      List<S> shards, Path file, B shared, SharedTask<B, S, R> task) {
    if (roundsLeft-- == 0) {
      throw new Lost();
    }
    var results = new ArrayList<R>();
    for (int shard = shards.size() - 1; shard >= 0; shard--) {
      try {
        results.add(sent(sent(task).run(file, sent(shared), sent(shards.get(shard)))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Collections.reverse(results);
    return results;
  }

  @Override
  public void say(String line) {
    said.add(line);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Serializable> T sent(T value) {
    try {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ObjectOutputStream(bytes)) {
        out.writeObject(value);
      }
      try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (T) in.readObject();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(value.getClass() + " cannot be sent", e);
    }
  }
}
