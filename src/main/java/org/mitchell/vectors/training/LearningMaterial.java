package org.mitchell.vectors.training;

import java.util.Optional;

/** What learning draws on beside the text. Safe to share between threads. */
final class LearningMaterial {
  private final TrainingOptions options;
  private final Subsampling subsampling;
  private final Optional<NegativeSampling> sampling;
  private final Optional<HuffmanTree> tree;

  LearningMaterial(TrainingVocabulary vocabulary, TrainingOptions options) {
    this.options = options;
    this.subsampling = new Subsampling(vocabulary, options.sample());
    this.sampling =
        options.negative() > 0 ? Optional.of(new NegativeSampling(vocabulary)) : Optional.empty();
    this.tree =
        options.hierarchical() ? Optional.of(new HuffmanTree(vocabulary)) : Optional.empty();
  }

  /** For one thread. */
  Learner learner() {
    return new Learner(options, subsampling, sampling, tree);
  }
}
