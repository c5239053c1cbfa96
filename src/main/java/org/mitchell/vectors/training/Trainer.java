package org.mitchell.vectors.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.mitchell.jobs.Workers;

/**
 * Trains vectors with all threads of one machine.
 *
 * <p>The blocks of a round are learned side by side, each on copies of the rows that it has to do
 * with, which begin as the round before left them. What the blocks changed is added up row by row,
 * in the order of the blocks. So the vectors are the same for any number of threads.
 */
public final class Trainer {
  private final TrainingVocabulary vocabulary;
  private final TrainingOptions options;
  private final EncodedText text;
  private final Rounds rounds;
  private final float pull;
  private final Workers workers;
  private final TrainingListener listener;
  private final Optional<TrainingCheckpoint> checkpoint;

  /**
   * @param text of words of the vocabulary
   */
  public Trainer(
      TrainingVocabulary vocabulary,
      TrainingOptions options,
      EncodedText text,
      Workers workers,
      TrainingListener listener,
      Optional<TrainingCheckpoint> checkpoint) {
    this(
        vocabulary,
        options,
        text,
        Rounds.of(text.blocks()),
        NetworkMerge.STEEPEST,
        workers,
        listener,
        checkpoint);
  }

  Trainer(
      TrainingVocabulary vocabulary,
      TrainingOptions options,
      EncodedText text,
      Rounds rounds,
      float pull,
      Workers workers,
      TrainingListener listener,
      Optional<TrainingCheckpoint> checkpoint) {
    this.vocabulary = vocabulary;
    this.options = options;
    this.text = text;
    this.rounds = rounds;
    this.pull = pull;
    this.workers = workers;
    this.listener = listener;
    this.checkpoint = checkpoint;
  }

  /**
   * Trains from the beginning, or from where an earlier run stopped.
   *
   * @throws org.mitchell.files.InputException if that cannot be gone on from, or the vectors
   *     diverge
   */
  public TrainedVectors train() throws IOException {
    boolean together = options.lockFree() || rounds.parts() == 1;
    return new Training(vocabulary, options, rounds, text.blockLength(), listener, checkpoint)
        .train(together ? network -> new OnTheNetwork() : OnCopies::new);
  }

  /** What learns blocks, one for each thread that does so at a time. */
  private final class Learners {
    private final LearningMaterial material = new LearningMaterial(vocabulary, options);
    private final ConcurrentLinkedQueue<BlockLearner> unused = new ConcurrentLinkedQueue<>();

    /** The loss of each part's block. */
    Loss learn(Network network, Learned block) throws IOException {
      var losses = new Loss[rounds.parts()];
      try {
        workers.forEach(
            rounds.parts(),
            part -> {
              var learner =
                  Optional.ofNullable(unused.poll())
                      .orElseGet(() -> new BlockLearner(material, text, rounds, network));
              try {
                losses[part] = block.by(learner, part);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                unused.add(learner);
              }
            });
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      return List.of(losses).stream().reduce(Loss.NONE, Loss::plus);
    }
  }

  /** How a part's block is learned. */
  private interface Learned {
    Loss by(BlockLearner learner, int part) throws IOException;
  }

  /** One by one, or without locks. */
  private final class OnTheNetwork implements RoundLearner {
    private final Learners learners = new Learners();

    @Override
    public Loss learn(int epoch, long round, double done, Network network) throws IOException {
      return learners.learn(
          network, (learner, part) -> learner.learn(epoch, round, part, done, network));
    }
  }

  /** Side by side, each on copies of its own. */
  private final class OnCopies implements RoundLearner {
    private final Learners learners = new Learners();
    private final List<BlockRows> copies;
    private final NetworkMerge merge;

    OnCopies(Network network) {
      this.copies =
          IntStream.range(0, rounds.parts()).mapToObj(part -> new BlockRows(network)).toList();
      this.merge = new NetworkMerge(network, pull);
    }

    @Override
    public Loss learn(int epoch, long round, double done, Network network) throws IOException {
      Loss loss =
          learners.learn(
              network,
              (learner, part) -> learner.learnOnCopies(epoch, round, part, done, copies.get(part)));
      merge.merge(copies, workers, options.alpha(done));
      return loss;
    }
  }
}
