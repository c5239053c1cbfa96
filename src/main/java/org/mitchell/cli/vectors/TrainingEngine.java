package org.mitchell.cli.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mitchell.cli.corpus.SparkOptions;
import org.mitchell.cli.corpus.SparkRun;
import org.mitchell.files.FullPath;
import org.mitchell.vectors.training.ClusterTraining;
import org.mitchell.vectors.training.TrainedVectors;
import org.mitchell.vectors.training.TrainingOptions;
import org.mitchell.vectors.training.TrainingVocabulary;

/** What trains vectors. */
sealed interface TrainingEngine {
  /** What of it decides the vectors, by name, for the record. */
  Map<String, Object> record();

  /** The threads of this machine. */
  record Local() implements TrainingEngine {
    @Override
    public Map<String, Object> record() {
      return Map.of();
    }
  }

  /**
   * A cluster.
   *
   * @param parts that the text is shared out into
   */
  record Spark(SparkOptions options, int parts) implements TrainingEngine {
    @Override
    public Map<String, Object> record() {
      var record = new LinkedHashMap<String, Object>();
      record.put("engine", "spark");
      record.put("parts", parts);
      return record;
    }

    /** Trains on the cluster; the text, which is on this machine, goes there. */
    TrainedVectors train(
        TrainingVocabulary vocabulary,
        TrainingOptions training,
        Path text,
        ClusterTraining.Keeping keeping)
        throws IOException {
      var job =
          new ClusterTraining(vocabulary, training, FullPath.of(text).toString(), parts, keeping);
      return new SparkRun(options, "mitchell vectors train").of(job, TrainedVectors.class);
    }
  }
}
