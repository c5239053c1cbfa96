/**
 * Work cut into shards that machines do on their own, and how it is handed to Spark.
 *
 * <p>Nothing here needs Spark: a {@link org.mitchell.corpus.cluster.ClusterJob} travels as a {@link
 * org.mitchell.corpus.cluster.JobFile} to the engine in mitchell-spark.jar, which a {@link
 * org.mitchell.corpus.cluster.SparkInstallation} starts, and what became of it comes back as an
 * {@link org.mitchell.corpus.cluster.OutcomeFile}.
 */
package org.mitchell.corpus.cluster;
