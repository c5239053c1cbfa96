package org.mitchell.maps;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiUnits;
import org.mitchell.nifti.NiftiWriter;

/**
 * Stat maps as NIfTI images, with the header values that viewers rely on: float32, the grid's sform
 * with the code of its space and no qform, display range (symmetric for signed maps), NaN outside
 * the brain.
 */
public final class VoxelImages {
  /** NIfTI keeps 79 characters of a description. */
  private static final int LONGEST_DESCRIPTION = 79;

  private VoxelImages() {}

  /** The image of a map: 3-D, or 4-D with one volume a name for a series. */
  public static NiftiImage of(StatMap map, VoxelGrid grid) {
    int box = grid.boxSize();
    int volumes = map.volumes().count();
    var values = new float[Math.multiplyExact(box, volumes)];
    for (int t = 0; t < volumes; t++) {
      System.arraycopy(inBox(map.volumes().get(t), grid), 0, values, t * box, box);
    }
    return NiftiImage.of(header(map, grid), values);
  }

  /**
   * Writes the image of a map gzipped, with one volume in memory.
   *
   * @param level as {@link NiftiWriter#writeGzip} has it
   */
  public static void writeGzip(StatMap map, VoxelGrid grid, OutputStream stream, int level)
      throws IOException {
    NiftiWriter.writeVolumesGzip(
        header(map, grid), t -> inBox(map.volumes().get(t), grid), stream, level);
  }

  /**
   * Writes the image of a map, with one volume in memory.
   *
   * @param fileName says whether it is gzipped
   */
  public static void write(StatMap map, VoxelGrid grid, String fileName, OutputStream stream)
      throws IOException {
    NiftiWriter.writeVolumes(
        header(map, grid), t -> inBox(map.volumes().get(t), grid), fileName, stream);
  }

  private static float[] inBox(float[] columns, VoxelGrid grid) {
    var values = new float[grid.boxSize()];
    Arrays.fill(values, Float.NaN);
    for (int column = 0; column < columns.length; column++) {
      values[grid.linearIndex(column)] = columns[column];
    }
    return values;
  }

  private static NiftiHeader header(StatMap map, VoxelGrid grid) {
    float largest = map.largest();
    int volumes = map.volumes().count();
    return builder(map.isSeries() ? withVolumes(grid.dims(), volumes) : grid.dims(), grid)
        .intent(map.intent())
        .calRange(map.signed() ? -largest : 0, largest)
        .descrip(headerText(map.description()))
        .build();
  }

  /**
   * 1 in every voxel column, 0 elsewhere, as uint8.
   *
   * @param description one line on whose brain it is
   */
  public static NiftiImage brainMask(VoxelGrid grid, String description) {
    var mask = new long[grid.boxSize()];
    for (int column = 0; column < grid.columns(); column++) {
      mask[grid.linearIndex(column)] = 1;
    }
    NiftiHeader header =
        builder(grid.dims(), grid)
            .datatype(NiftiDatatype.UINT8)
            .calRange(0, 1)
            .descrip(headerText(description))
            .build();
    return NiftiImage.ofStored(header, mask);
  }

  /**
   * A number a voxel column, 0 for none, as int32 with the intent of labels.
   *
   * @param name what is numbered, at most 15 characters
   */
  public static NiftiImage labels(String name, String description, int[] labels, VoxelGrid grid) {
    var stored = new long[grid.boxSize()];
    int highest = 0;
    for (int column = 0; column < grid.columns(); column++) {
      stored[grid.linearIndex(column)] = labels[column];
      highest = Math.max(highest, labels[column]);
    }
    NiftiHeader header =
        builder(grid.dims(), grid)
            .datatype(NiftiDatatype.INT32)
            .intent(NiftiIntent.of(NiftiIntent.CODE_LABEL, name))
            .calRange(0, highest)
            .descrip(headerText(description))
            .build();
    return NiftiImage.ofStored(header, stored);
  }

  private static NiftiHeader.Builder builder(int[] dims, VoxelGrid grid) {
    return NiftiHeader.builder(dims)
        .sform(grid.affine().matrix(), grid.space().xformCode())
        .units(NiftiUnits.MM, NiftiUnits.UNKNOWN);
  }

  private static int[] withVolumes(int[] box, int volumes) {
    return new int[] {box[0], box[1], box[2], volumes};
  }

  /** A header holds ISO 8859-1; the JSON beside the file has the description in full. */
  private static String headerText(String text) {
    String plain = text.replaceAll("[^\\x20-\\xff]", "?");
    return plain.length() <= LONGEST_DESCRIPTION ? plain : plain.substring(0, LONGEST_DESCRIPTION);
  }
}
