package org.mitchell.fmri;

import java.util.Arrays;
import java.util.HashMap;
import java.util.stream.IntStream;

/** Columns that are parcels of an atlas, each of several voxels: its value is that of them all. */
public final class Parcellation implements VoxelPlaces {
  private final VoxelPlaces voxels;
  private final int[] labels;
  private final int[] columnOfVoxel;

  private Parcellation(VoxelPlaces voxels, int[] labels, int[] columnOfVoxel) {
    this.voxels = voxels;
    this.labels = labels;
    this.columnOfVoxel = columnOfVoxel;
  }

  /**
   * The parcels in the order of their labels.
   *
   * @param voxels all that lie in a parcel
   * @param labelOfVoxel the label of each
   */
  public static Parcellation of(VoxelPlaces voxels, int[] labelOfVoxel) {
    return of(voxels, labelOfVoxel, IntStream.of(labelOfVoxel).distinct().sorted().toArray());
  }

  private static Parcellation of(VoxelPlaces voxels, int[] labelOfVoxel, int[] labels) {
    if (voxels.columns() != labelOfVoxel.length) {
      throw new IllegalArgumentException(
          labelOfVoxel.length + " labels of " + voxels.columns() + " voxels");
    }
    var columns = new HashMap<Integer, Integer>();
    for (int label : labels) {
      columns.put(label, columns.size());
    }
    return new Parcellation(voxels, labels, IntStream.of(labelOfVoxel).map(columns::get).toArray());
  }

  /** All voxels that lie in a parcel. */
  @Override
  public VoxelPlaces voxels() {
    return voxels;
  }

  @Override
  public int columns() {
    return labels.length;
  }

  @Override
  public Space space() {
    return voxels.space();
  }

  @Override
  public String inWords() {
    return "parcels";
  }

  @Override
  public Parcellation select(int[] columns) {
    var wanted = new boolean[labels.length];
    IntStream.of(columns).forEach(column -> wanted[column] = true);
    int[] kept =
        IntStream.range(0, columnOfVoxel.length).filter(v -> wanted[columnOfVoxel[v]]).toArray();
    return of(
        voxels.select(kept),
        IntStream.of(kept).map(v -> labels[columnOfVoxel[v]]).toArray(),
        IntStream.of(columns).map(column -> labels[column]).toArray());
  }

  /** The label of each voxel. */
  public int[] labelsOfVoxels() {
    return IntStream.of(columnOfVoxel).map(column -> labels[column]).toArray();
  }

  /** The value of its parcel at each voxel. */
  public float[] spread(float[] values) {
    var spread = new float[columnOfVoxel.length];
    for (int v = 0; v < spread.length; v++) {
      spread[v] = values[columnOfVoxel[v]];
    }
    return spread;
  }

  /** The mean of each parcel's voxels. */
  public float[] means(float[] ofVoxels) {
    var sums = new double[labels.length];
    var counts = new int[labels.length];
    for (int v = 0; v < ofVoxels.length; v++) {
      sums[columnOfVoxel[v]] += ofVoxels[v];
      counts[columnOfVoxel[v]]++;
    }
    var means = new float[labels.length];
    for (int column = 0; column < means.length; column++) {
      means[column] = (float) (sums[column] / counts[column]);
    }
    return means;
  }

  @Override
  public boolean isSame(VoxelPlaces other) {
    return other instanceof Parcellation that
        && Arrays.equals(labels, that.labels)
        && Arrays.equals(columnOfVoxel, that.columnOfVoxel)
        && voxels.isSame(that.voxels);
  }
}
