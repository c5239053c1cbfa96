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
 * <p>The blocks of a round are learned side by side. Rows that one of them alone has to do with are
 * learned in place; of the others each has copies, which begin as the round before left them. What
 * the blocks changed is added up row by row, in the order of the blocks. So the vectors are the
 * same for any number of threads.
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
        NetworkMerge.pull(options.architecture(), vocabulary.size()),
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

    /** Has every part's work done by one of them; the sum of the losses. */
    Loss each(Network network, PartWork work) {
      var losses = new Loss[rounds.parts()];
      workers.forEach(rounds.parts(), part -> losses[part] = one(network, part, work));
      return List.of(losses).stream().reduce(Loss.NONE, Loss::plus);
    }

    /** Has the work of one part done by one that does nothing else. */
    Loss one(Network network, int part, PartWork work) {
      var learner =
          Optional.ofNullable(unused.poll())
              .orElseGet(() -> new BlockLearner(material, text, rounds, network));
      try {
        return work.by(learner, part);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        unused.add(learner);
      }
    }
  }

  /** What is to be done for a part. */
  private interface PartWork {
    Loss by(BlockLearner learner, int part) throws IOException;
  }

  /** One by one, or without locks. */
  private final class OnTheNetwork implements RoundLearner {
    private final Learners learners = new Learners();

    @Override
    public Loss learn(int epoch, long round, double done, Network network) throws IOException {
      try {
        return learners.each(
            network, (learner, part) -> learner.learn(epoch, round, part, done, network));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
  }

  /**
   * Side by side, on copies of those rows that others learn on too. The blocks of the next round
   * are drawn while what this one has learned is brought together: threads wait for each other
   * twice a round.
   */
  private final class OnCopies implements RoundLearner {
    private final Learners learners = new Learners();
    private final List<DrawnStretch> stretches;
    private final NetworkSharing sharing;
    private final NetworkMerge merge;

    /** The round whose blocks are drawn, from the first of the first epoch. */
    private long drawn = -1;

    OnCopies(Network network) {
      this.stretches =
          IntStream.range(0, rounds.parts()).mapToObj(part -> new DrawnStretch(network)).toList();
      this.sharing = new NetworkSharing(network);
      this.merge = new NetworkMerge(network, pull);
    }

    @Override
    public Loss learn(int epoch, long round, double done, Network network) throws IOException {
      long number = epoch * rounds.count() + round;
      try {
        if (drawn != number) { // the first, or that of a checkpoint
          learners.each(network, drawing(number));
        }
        var shared = sharing.begin(stretches);
        Loss loss =
            learners.each(
                network, (learner, part) -> learner.learn(stretches.get(part), shared, done));
        sharing.end(stretches);
        var next = drawing(number + 1);
        merge.merge(
            stretches.stream().map(DrawnStretch::rows).toList(),
            workers,
            options.alpha(done),
            rounds.parts(),
            part -> learners.one(network, part, next));
        drawn = number + 1;
        return loss;
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    private PartWork drawing(long number) {
      int epoch = (int) (number / rounds.count());
      long round = number % rounds.count();
      return (learner, part) -> {
        learner.draw(epoch, round, part, stretches.get(part));
        return Loss.NONE;
      };
    }
  }
}
