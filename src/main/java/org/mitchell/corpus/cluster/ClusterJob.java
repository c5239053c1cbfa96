package org.mitchell.corpus.cluster;

import java.io.IOException;
import java.io.Serializable;

/**
 * Work for a cluster: it runs where the cluster is driven from, and gives tasks to its machines.
 *
 * @param <R> what comes out
 */
public interface ClusterJob<R extends Serializable> extends Serializable {
  /**
   * Does it.
   *
   * @throws org.mitchell.files.InputException if the input cannot be used; the user is shown its
   *     message
   */
  R run(Cluster cluster) throws IOException;
}
