package org.mitchell.fmri;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mitchell.cifti.BrainModel;
import org.mitchell.cifti.BrainModels;
import org.mitchell.files.InputException;

/**
 * Columns that are vertices of surfaces, and voxels of structures below: those of a CIFTI file, or
 * of one or two hemispheres in GIFTI files.
 */
public final class Grayordinates implements PartOfWhole {
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
  @Override
  public int placeInWhole(int column) {
    return indices[column];
  }

  @Override
  public int wholeSize() {
    return models.count();
  }

  /**
   * The columns that are voxels, in a grid of their own.
   *
   * @param columns ascending
   * @param grid where each of these lies
   */
  public record Voxels(int[] columns, VoxelGrid grid) {}

  /** The columns of structures below the surfaces; nothing where there are none. */
  public Optional<Voxels> belowSurfaces() {
    int[] columns =
        IntStream.range(0, columns()).filter(c -> !place(c).model().isSurface()).toArray();
    if (columns.length == 0) {
      return Optional.empty();
    }
    BrainModels.Box box = models.volume().orElseThrow();
    var voxels = new int[columns.length][];
    for (int n = 0; n < columns.length; n++) {
      Place place = place(columns[n]);
      int at = 3 * place.number();
      voxels[n] = Arrays.copyOfRange(place.model().places(), at, at + 3);
    }
    return Optional.of(
        new Voxels(columns, VoxelGrid.of(box.dims(), Affine.of(box.affine()), space, voxels)));
  }

  @Override
  public Grayordinates ofWhole(boolean[] taken) {
    return new Grayordinates(
        form, models, space, IntStream.range(0, taken.length).filter(i -> taken[i]).toArray());
  }

  @Override
  public void requireSameWhole(String subject, String other, PartOfWhole theirs) {
    if (!(theirs instanceof Grayordinates that)) {
      throw otherKind(subject, other, theirs);
    }
    if (!models.isSame(that.models)) {
      String own = models.inWords();
      throw new InputException(
          own.equals(that.models.inWords())
              ? "the images of participants %s and %s have other vertices or voxels, though as many (%s). Vertices are compared on one mapping: bring the images to it"
                  .formatted(subject, other, own)
              : "participants %s and %s lie on different surfaces: %s; and %s. Vertices are compared on one mesh: bring the images to it, such as fsaverage or fsLR"
                  .formatted(subject, other, own, that.models.inWords()));
    }
    requireSameSpace(subject, other, theirs);
  }

  /** Where a grayordinate lies: the model that it is of, and its number among the model's. */
  public record Place(BrainModel model, int number) {
    /** Its vertex, where the model is a surface. */
    public int vertex() {
      return model.places()[number];
    }

    /** Where its voxel lies, where the model is none of a surface. */
    public double[] mm(Affine affine) {
      int[] at = model.places();
      return affine.toMm(at[3 * number], at[3 * number + 1], at[3 * number + 2]);
    }
  }

  /** Where a column lies. */
  public Place place(int column) {
    int number = indices[column];
    for (BrainModel model : models.models()) {
      if (number < model.count()) {
        return new Place(model, number);
      }
      number -= model.count();
    }
    throw new IllegalArgumentException("no grayordinate of column " + column);
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
