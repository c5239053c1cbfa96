package org.mitchell.maps.atlas;

import java.nio.file.Path;
import java.util.List;
import org.mitchell.fmri.VoxelPlaces;

/** What says which region a voxel or a vertex lies in. */
public sealed interface RegionAtlas permits Atlas, VertexAtlas {
  /** The file of the labels; of two hemispheres the one that was named. */
  Path file();

  /** All files that labels and names were read from. */
  List<Path> files();

  /** What a user should know of the files; nothing where all is plain. */
  List<String> cautions();

  /**
   * The region of every column.
   *
   * @throws org.mitchell.files.InputException if the atlas is of other places, no column lies in a
   *     region, or the label of one has no name
   */
  AtlasRegions regions(VoxelPlaces places);
}
