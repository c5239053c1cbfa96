package org.mitchell.vectors.training;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.corpus.cluster.Cluster;
import org.mitchell.corpus.cluster.ClusterJob;
import org.mitchell.corpus.cluster.SharedTask;
import org.mitchell.jobs.Workers;

/**
 * Trains vectors with the machines of a cluster: as {@link Trainer} does with threads, but in
 * longer stretches, because what they learn has a longer way to where it is added up. The vectors
 * are the same for any number of machines.
 *
 * @param text where what {@link TextEncoder} wrote lies on the machine that drives the cluster
 * @param parts into how many parts the text is shared out, a task each in every round; this decides
 *     the vectors
 */
public record ClusterTraining(
    TrainingVocabulary vocabulary, TrainingOptions options, String text, int parts, Keeping keeping)
    implements ClusterJob<TrainedVectors> {

  /** So many blocks a part learns at most before what all have learned is added up. */
  private static final int LONGEST = 25;

  /** It is added up so often in an epoch at least, where there are enough blocks. */
  private static final int ROUNDS = 10;

  /** How often the user is told of it. */
  private static final int TIMES = 20;

  /** A {@link TrainingCheckpoint} that is not there yet. */
  public record Keeping(String file, Duration every, List<String> identity, boolean resumes)
      implements Serializable {
    public Keeping {
      identity = List.copyOf(identity);
    }

    /** Where it is kept. */
    public TrainingCheckpoint checkpoint() {
      return new TrainingCheckpoint(Path.of(file), every, identity, resumes);
    }
  }

  @Override
  public TrainedVectors run(Cluster cluster) throws IOException {
    try (var encoded = EncodedText.open(Path.of(text));
        var workers = Workers.ofAllProcessors()) {
      var rounds = rounds(encoded, parts);
      return new Training(
              vocabulary,
              options,
              rounds,
              encoded.blockLength(),
              (words, loss, alpha) -> {},
              Optional.of(keeping.checkpoint()))
          .train(network -> new OnMachines(cluster, workers, rounds, network));
    }
  }

  /** How a text is shared out. */
  static Rounds rounds(EncodedText text, int parts) {
    long each = Math.max(1, text.blocks() / ((long) parts * ROUNDS));
    return new Rounds(text.blocks(), parts, (int) Math.min(LONGEST, each));
  }

  /** What all tasks of a round share. */
  private record Round(
      TrainingVocabulary vocabulary,
      TrainingOptions options,
      int parts,
      Network network,
      int epoch,
      long round,
      double done)
      implements Serializable {
    LearnedBlock learn(Path text, int part) throws IOException {
      try (var encoded = EncodedText.open(text)) {
        var rounds = rounds(encoded, parts);
        var material = new LearningMaterial(vocabulary, options);
        var stretch = new DrawnStretch(network);
        var learner = new BlockLearner(material, encoded, rounds, network);
        learner.draw(epoch, round, part, stretch);
        Loss loss = learner.learn(stretch, BlockRows.Sharing.ALL, done);
        return LearnedBlock.of(loss, stretch.rows());
      }
    }
  }

  private final class OnMachines implements RoundLearner {
    private final Cluster cluster;
    private final Workers workers;
    private final Rounds rounds;
    private final NetworkMerge merge;

    OnMachines(Cluster cluster, Workers workers, Rounds rounds, Network network) {
      this.cluster = cluster;
      this.workers = workers;
      this.rounds = rounds;
      this.merge = new NetworkMerge(network, NetworkMerge.GENTLE);
    }

    @Override
    public Loss learn(int epoch, long round, double done, Network network) {
      SharedTask<Round, Integer, LearnedBlock> task =
          (file, shared, part) -> shared.learn(file, part);
      List<LearnedBlock> learned =
          cluster.each(
              IntStream.range(0, parts).boxed().toList(),
              Path.of(text),
              new Round(vocabulary, options, parts, network, epoch, round, done),
              task);
      merge.merge(learned, workers, options.alpha(done));
      Loss loss = learned.stream().map(LearnedBlock::loss).reduce(Loss.NONE, Loss::plus);
      tell(epoch * rounds.count() + round + 1, loss, options.alpha(done));
      return loss;
    }

    /** Says from time to time how it goes. */
    private void tell(long learned, Loss loss, double alpha) {
      long all = options.epochs() * rounds.count();
      if (learned * TIMES / all > (learned - 1) * TIMES / all) {
        cluster.say(
            "train: %,d of %,d rounds, loss %.4f, alpha %.5f"
                .formatted(learned, all, loss.mean(), alpha));
      }
    }
  }
}
