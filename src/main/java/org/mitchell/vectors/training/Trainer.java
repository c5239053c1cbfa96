package org.mitchell.vectors.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
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
  private final Workers workers;
  private final TrainingListener listener;
  private final Optional<TrainingCheckpoint> checkpoint;
  private final Subsampling subsampling;
  private final Optional<NegativeSampling> sampling;
  private final Optional<HuffmanTree> tree;
  private final ConcurrentLinkedQueue<Thread> unused = new ConcurrentLinkedQueue<>();

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
    this.vocabulary = vocabulary;
    this.options = options;
    this.text = text;
    this.rounds = Rounds.of(text.blocks());
    this.workers = workers;
    this.listener = listener;
    this.checkpoint = checkpoint;
    this.subsampling = new Subsampling(vocabulary, options.sample());
    this.sampling =
        options.negative() > 0 ? Optional.of(new NegativeSampling(vocabulary)) : Optional.empty();
    this.tree =
        options.hierarchical() ? Optional.of(new HuffmanTree(vocabulary)) : Optional.empty();
  }

  /** What one thread has of its own. */
  private record Thread(Learner learner, BlockRows.Places places, int[] block) {}

  /**
   * Trains from the beginning, or from where an earlier run stopped.
   *
   * @throws InputException if that cannot be gone on from, or the vectors diverge
   */
  public TrainedVectors train() throws IOException {
    var network = Network.beginning(vocabulary.size(), options);
    var state = TrainingState.beginning(network);
    if (checkpoint.isPresent()) {
      state = checkpoint.get().resume(network).orElse(state);
    }
    var losses = new ArrayList<>(state.finished());
    var shared = shared(network);
    Loss loss = state.running();
    long first = state.round();
    for (int epoch = state.epoch(); epoch < options.epochs(); epoch++) {
      for (long round = first; round < rounds.count(); round++) {
        loss = loss.plus(learn(epoch, round, network, shared));
        listener.learned(
            (long) rounds.parts() * text.blockLength(),
            loss.mean(),
            options.alpha(done(epoch, round)));
        if (checkpoint.isPresent()) {
          checkpoint.get().saveIfDue(new TrainingState(epoch, round + 1, losses, loss, network));
        }
      }
      losses.add(loss.mean());
      requireFinite(network, epoch);
      loss = Loss.NONE;
      first = 0;
    }
    return new TrainedVectors(vocabulary, network.inputs(), losses);
  }

  private static void requireFinite(Network network, int epoch) {
    for (float[] row : network.inputs()) {
      for (float number : row) {
        if (!Float.isFinite(number)) {
          throw new InputException(
              "in epoch %,d the vectors have grown beyond all numbers. Take a smaller --alpha"
                  .formatted(epoch + 1));
        }
      }
    }
  }

  /** How much of the training is done before a round, 0 to 1. */
  private double done(int epoch, long round) {
    return ((double) epoch * rounds.count() + round) / ((double) options.epochs() * rounds.count());
  }

  /**
   * What blocks that are learned side by side have of their own.
   *
   * @param copies a part each
   */
  private record Shared(List<BlockRows> copies, NetworkMerge merge) {}

  /** Nothing where blocks are learned on the network itself: one by one, or without locks. */
  private Optional<Shared> shared(Network network) {
    if (options.lockFree() || rounds.parts() == 1) {
      return Optional.empty();
    }
    var copies =
        IntStream.range(0, rounds.parts()).mapToObj(part -> new BlockRows(network)).toList();
    return Optional.of(new Shared(copies, new NetworkMerge(network, copies)));
  }

  private Loss learn(int epoch, long round, Network network, Optional<Shared> shared)
      throws IOException {
    var losses = new Loss[rounds.parts()];
    try {
      workers.forEach(
          rounds.parts(),
          part ->
              losses[part] =
                  learnBlock(
                      epoch, round, part, network, shared.map(all -> all.copies().get(part))));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    float alpha = options.alpha(done(epoch, round));
    shared.ifPresent(all -> all.merge().merge(workers, alpha));
    return List.of(losses).stream().reduce(Loss.NONE, Loss::plus);
  }

  private Loss learnBlock(
      int epoch, long round, int part, Network network, Optional<BlockRows> copies) {
    var thread = Optional.ofNullable(unused.poll()).orElseGet(() -> newThread(network));
    copies.ifPresent(rows -> rows.begin(thread.places()));
    try {
      long block = rounds.block(round, part);
      int length = block < rounds.blocks() ? text.read(block, thread.block()) : 0;
      LearnedRows rows = copies.isPresent() ? copies.get() : network;
      return thread.learner().learn(thread.block(), length, epoch, block, done(epoch, round), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      copies.ifPresent(BlockRows::toDifferences);
      unused.add(thread);
    }
  }

  private Thread newThread(Network network) {
    return new Thread(
        new Learner(options, subsampling, sampling, tree),
        BlockRows.Places.of(network),
        new int[text.blockLength()]);
  }
}
