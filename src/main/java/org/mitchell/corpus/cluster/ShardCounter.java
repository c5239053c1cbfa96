package org.mitchell.corpus.cluster;

import java.io.Serializable;
import java.util.Iterator;

/**
 * What every machine does with the shards that it is given, and how the results of two add up.
 *
 * <p>It is sent to every machine, so it holds only what counting needs. A machine may be lost and
 * its shards counted anew elsewhere: counting must leave no trace but its result.
 *
 * @param <S> a shard: where a piece of the input is, not the piece itself
 * @param <R> a result; never modified once it is handed over
 */
public interface ShardCounter<S extends Serializable, R extends Serializable> extends Serializable {
  /** The result of no shards at all. */
  R none();

  /**
   * The result of some shards.
   *
   * @throws org.mitchell.files.InputException if a shard cannot be read; the user is shown its
   *     message
   */
  R count(Iterator<S> shards);

  /** The result of both; the same for any order and grouping. */
  R plus(R one, R other);
}
