package org.mitchell.vectors.training;

import java.io.Serializable;
import java.util.stream.IntStream;

/** What a block of text has changed, and its loss, on the way from one machine to another. */
record LearnedBlock(Loss loss, Rows inputs, Rows outputs, Rows nodes)
    implements BlockChanges, Serializable {
  /** Of what was learned on copies. */
  static LearnedBlock of(Loss loss, BlockChanges learned) {
    return new LearnedBlock(
        loss, Rows.of(learned.inputs()), Rows.of(learned.outputs()), Rows.of(learned.nodes()));
  }

  /** The rows of one matrix, an element a row. */
  record Rows(int[] rows, int[] updates, float[][] learned) implements RowChanges, Serializable {
    private static Rows of(RowChanges of) {
      return new Rows(
          IntStream.range(0, of.count()).map(of::rowAt).toArray(),
          IntStream.range(0, of.count()).map(of::updatesAt).toArray(),
          IntStream.range(0, of.count()).mapToObj(of::learnedAt).toArray(float[][]::new));
    }

    @Override
    public int count() {
      return rows.length;
    }

    @Override
    public int rowAt(int place) {
      return rows[place];
    }

    @Override
    public int updatesAt(int place) {
      return updates[place];
    }

    @Override
    public float[] learnedAt(int place) {
      return learned[place];
    }
  }
}
