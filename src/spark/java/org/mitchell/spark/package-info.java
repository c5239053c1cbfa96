/**
 * The Spark engine: runs a {@link org.mitchell.corpus.cluster.ClusterJob} on a cluster. Spark is
 * known to this package alone, which is not part of the default jar.
 */
package org.mitchell.spark;
