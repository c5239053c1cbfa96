package org.mitchell.corpus.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * A task that needs what all others need too. A machine may be lost and its tasks done anew
 * elsewhere: a task leaves no trace but its result, and that is the same every time.
 *
 * @param <B> what all share; never modified
 * @param <S> what is this task's own
 * @param <R> a result
 */
@FunctionalInterface
public interface SharedTask<B extends Serializable, S extends Serializable, R extends Serializable>
    extends Serializable {
  /**
   * Does it.
   *
   * @param file where this machine keeps the file that all share
   */
  R run(Path file, B shared, S shard) throws IOException;
}
