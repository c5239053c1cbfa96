package org.mitchell.vectors.training;

import java.util.Arrays;

/**
 * A binary tree with the words as its leaves, the rarest deepest (Huffman 1952): a word is a path
 * of left and right turns at inner nodes, which hierarchical softmax learns.
 */
final class HuffmanTree {
  private final int[][] nodes;
  private final byte[][] turns;

  /**
   * Joins the two rarest of what is left again and again; of words and inner nodes of the same
   * count inner nodes come first, of words those further back.
   */
  HuffmanTree(TrainingVocabulary vocabulary) {
    int words = vocabulary.size();
    int inner = words - 1;
    var counts = new long[words + inner];
    for (int word = 0; word < words; word++) {
      counts[word] = vocabulary.count(word);
    }
    Arrays.fill(counts, words, counts.length, Long.MAX_VALUE);
    var parent = new int[words + inner];
    var turn = new byte[words + inner];
    int nextWord = words - 1;
    int nextInner = words;
    for (int made = words; made < words + inner; made++) {
      long sum = 0;
      for (byte side = 0; side < 2; side++) {
        boolean word = nextWord >= 0 && counts[nextWord] < counts[nextInner];
        int joined = word ? nextWord-- : nextInner++;
        sum += counts[joined];
        parent[joined] = made;
        turn[joined] = side;
      }
      counts[made] = sum;
    }
    nodes = new int[words][];
    turns = new byte[words][];
    for (int word = 0; word < words; word++) {
      walkUp(word, words, parent, turn);
    }
  }

  /** The inner nodes on the way from the root to a word, numbered from 0. */
  int[] nodes(int word) {
    return nodes[word];
  }

  /** Which way to go at each: 0 to the rarer side, 1 to the other. */
  byte[] turns(int word) {
    return turns[word];
  }

  private void walkUp(int word, int words, int[] parent, byte[] turn) {
    int root = parent.length - 1;
    int depth = 0;
    for (int at = word; at != root; at = parent[at]) {
      depth++;
    }
    nodes[word] = new int[depth];
    turns[word] = new byte[depth];
    for (int at = word; at != root; at = parent[at]) {
      depth--;
      nodes[word][depth] = parent[at] - words;
      turns[word][depth] = turn[at];
    }
  }
}
