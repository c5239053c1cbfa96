package org.mitchell.fmri;

import java.nio.FloatBuffer;

/** The image of a trial, a value a voxel, wherever it is kept. May be read by several threads. */
public sealed interface TrialValues {
  /** How many values there are. */
  int count();

  float at(int voxel);

  /**
   * Copies values.
   *
   * @param from the first voxel
   * @param into takes them, from its beginning
   * @param count how many
   */
  void copy(int from, int count, float[] into);

  /**
   * The values of some voxels.
   *
   * @param columns in the order wanted
   */
  default float[] at(int[] columns) {
    var values = new float[columns.length];
    for (int c = 0; c < columns.length; c++) {
      values[c] = at(columns[c]);
    }
    return values;
  }

  /** Values in memory. Not copied. */
  static TrialValues of(float[] values) {
    return new Held(values);
  }

  /** Values in a file that is mapped into memory. */
  static TrialValues of(FloatBuffer values) {
    return new Mapped(values);
  }

  /** All values, not to be changed. */
  float[] all();

  /**
   * Replaces values, while whoever made them is still the only one to have them.
   *
   * @param from the first voxel
   * @param values as many as {@code count} from the beginning
   */
  void replace(int from, int count, float[] values);

  record Held(float[] values) implements TrialValues {
    @Override
    public int count() {
      return values.length;
    }

    @Override
    public float at(int voxel) {
      return values[voxel];
    }

    @Override
    public void copy(int from, int count, float[] into) {
      System.arraycopy(values, from, into, 0, count);
    }

    @Override
    public float[] all() {
      return values;
    }

    @Override
    public void replace(int from, int count, float[] others) {
      System.arraycopy(others, 0, values, from, count);
    }
  }

  /**
   * @param values read by places, so that threads do not disturb each other
   */
  record Mapped(FloatBuffer values) implements TrialValues {
    @Override
    public int count() {
      return values.capacity();
    }

    @Override
    public float at(int voxel) {
      return values.get(voxel);
    }

    @Override
    public void copy(int from, int count, float[] into) {
      values.get(from, into, 0, count);
    }

    @Override
    public float[] all() {
      var all = new float[count()];
      copy(0, all.length, all);
      return all;
    }

    @Override
    public void replace(int from, int count, float[] others) {
      values.put(from, others, 0, count);
    }
  }
}
