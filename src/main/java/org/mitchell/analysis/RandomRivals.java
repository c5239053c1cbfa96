package org.mitchell.analysis;

import java.util.List;
import org.mitchell.encoding.EncodingOptions;
import org.mitchell.evaluation.nulls.RandomFeatures;
import org.mitchell.evaluation.nulls.RandomWordSets;
import org.mitchell.evaluation.schemes.FeatureSet;
import org.mitchell.random.RandomStreams;

/** Sets of features that were drawn, not chosen: what the chosen ones have to be better than. */
public sealed interface RandomRivals {
  /** What outputs call them. */
  String label();

  /** How many sets there are. */
  int count();

  /** The sets for a participant's words. */
  List<FeatureSet> sets(SharedWords words, EncodingOptions options, RandomStreams streams);

  /**
   * Normal numbers, as many a word as the given features.
   *
   * @param count how many sets
   */
  record OfNumbers(int count) implements RandomRivals {
    @Override
    public String label() {
      return "randomFeatures";
    }

    @Override
    public List<FeatureSet> sets(
        SharedWords words, EncodingOptions options, RandomStreams streams) {
      int features = words.featureSpace().features().size();
      return new RandomFeatures(words.responses().words().size(), features)
          .sets(count, options, streams);
    }
  }

  /**
   * Counts with random words of a vocabulary (Mitchell et al. 2008: 115 sets of 25 words).
   *
   * @param count how many sets
   * @param vocabulary counts of nouns with many words
   * @param mostFrequent how many of the most frequent words are never drawn
   * @param size words a set
   */
  record OfWords(int count, Vocabulary vocabulary, int mostFrequent, int size)
      implements RandomRivals {
    @Override
    public String label() {
      return "randomWords";
    }

    @Override
    public List<FeatureSet> sets(
        SharedWords words, EncodingOptions options, RandomStreams streams) {
      double[][] counts =
          words.responses().words().stream().map(vocabulary.counts::of).toArray(double[][]::new);
      return RandomWordSets.of(counts, vocabulary.totals, mostFrequent, size)
          .sets(count, options, streams);
    }
  }

  /**
   * Counts of nouns with every word of a vocabulary.
   *
   * @param totals how often each word of the vocabulary occurs. Not copied
   */
  record Vocabulary(CountsOf counts, double[] totals) {
    /** A noun's counts with each word of the vocabulary, in the order of the totals. */
    @FunctionalInterface
    public interface CountsOf {
      double[] of(String noun);
    }
  }
}
