package org.mitchell.corpus.language;

import java.util.List;

/** Cuts letters that stand beside each other into words. Several threads may use one. */
public interface WordCutter {
  /** Letters that stand beside each other are one word, in any script. */
  WordCutter NONE =
      new WordCutter() {
        @Override
        public boolean concerns(int codePoint) {
          return false;
        }

        @Override
        public List<String> words(String text) {
          return List.of(text);
        }
      };

  /** Whether letters among which this one is may be several words. */
  boolean concerns(int codePoint);

  /**
   * The words of letters that stand beside each other, in their order.
   *
   * @param text letters and marks in their canonical form; perhaps with the sign before and the one
   *     behind them, which tell how they are to be cut and belong to no word
   */
  List<String> words(String text);
}
