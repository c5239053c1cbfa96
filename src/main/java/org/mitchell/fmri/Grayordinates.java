package org.mitchell.fmri;

import java.util.Arrays;
import org.mitchell.cifti.BrainModels;

/**
 * Columns that are vertices of surfaces, and voxels of structures below: those of a CIFTI file, or
 * of one or two hemispheres in GIFTI files.
 */
public final class Grayordinates implements VoxelPlaces {
  private final Form form;
  private final BrainModels models;
  private final Space space;
  private final int[] indices;

  /** The form of the files that they came in, in which maps are written back. */
  public enum Form {
    GIFTI,
    CIFTI
  }

  private Grayordinates(Form form, BrainModels models, Space space, int[] indices) {
    this.form = form;
    this.models = models;
    this.space = space;
    this.indices = indices;
  }

  /**
   * @param models all grayordinates of the files
   * @param indices of the columns among these. Not copied
   */
  public static Grayordinates of(Form form, BrainModels models, Space space, int[] indices) {
    return new Grayordinates(form, models, space, indices);
  }

  public Form form() {
    return form;
  }

  /** All grayordinates of the files, columns or not. */
  public BrainModels models() {
    return models;
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public int columns() {
    return indices.length;
  }

  /** The number of a column's grayordinate. */
  public int index(int column) {
    return indices[column];
  }

  @Override
  public Grayordinates select(int[] columns) {
    return new Grayordinates(
        form, models, space, Arrays.stream(columns).map(c -> indices[c]).toArray());
  }

  @Override
  public String inWords() {
    return "vertices of surfaces";
  }

  @Override
  public boolean isSame(VoxelPlaces other) {
    return other instanceof Grayordinates that
        && models.isSame(that.models)
        && Arrays.equals(indices, that.indices);
  }

  /**
   * Values of the columns at all grayordinates.
   *
   * @param elsewhere the value where there is no column
   */
  public float[] spread(float[] values, float elsewhere) {
    var all = new float[models.count()];
    Arrays.fill(all, elsewhere);
    for (int column = 0; column < indices.length; column++) {
      all[indices[column]] = values[column];
    }
    return all;
  }

  /** Values of all grayordinates at the columns. */
  public float[] gather(float[] all) {
    var values = new float[indices.length];
    for (int column = 0; column < indices.length; column++) {
      values[column] = all[indices[column]];
    }
    return values;
  }
}
