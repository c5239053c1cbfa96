package org.mitchell.maps;

import java.util.function.UnaryOperator;

/** Volumes x voxel columns that are gone over in order, once or more often. */
public interface Volumes {
  /** How many there are. */
  int count();

  /** A value a voxel column. Not to be changed. */
  float[] get(int volume);

  /**
   * Whether all are in memory, so that any thread may ask for them. Others are made as they are
   * asked for, by one thread.
   */
  boolean held();

  /** Volumes that are at hand. Not copied. */
  static Volumes of(float[][] volumes) {
    return new Volumes() {
      @Override
      public int count() {
        return volumes.length;
      }

      @Override
      public float[] get(int volume) {
        return volumes[volume];
      }

      @Override
      public boolean held() {
        return true;
      }
    };
  }

  /** These with each changed when it is asked for. */
  default Volumes changed(UnaryOperator<float[]> change) {
    Volumes all = this;
    return new Volumes() {
      @Override
      public int count() {
        return all.count();
      }

      @Override
      public float[] get(int volume) {
        return change.apply(all.get(volume));
      }

      @Override
      public boolean held() {
        return all.held();
      }
    };
  }

  /** All of them, changed. */
  default float[][] all(UnaryOperator<float[]> change) {
    var rows = new float[count()][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = change.apply(get(t));
    }
    return rows;
  }
}
