package org.mitchell.fmri;

import java.util.Optional;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/**
 * Columns that are some places of a whole: voxels of a box, or vertices and voxels of files. Places
 * are numbered in the whole, so that those of several participants can be told to be the same.
 */
public sealed interface PartOfWhole extends VoxelPlaces permits VoxelGrid, Grayordinates {
  /**
   * Where a participant's voxels lie, where that can be compared with others.
   *
   * @throws InputException if it is not known
   */
  static PartOfWhole of(Responses responses) {
    return of(responses.participant(), responses.places());
  }

  /**
   * The same of what is known of a participant's places.
   *
   * @throws InputException if they cannot be compared
   */
  static PartOfWhole of(String participant, Optional<VoxelPlaces> places) {
    return places
        .filter(PartOfWhole.class::isInstance)
        .map(PartOfWhole.class::cast)
        .orElseThrow(
            () ->
                new InputException(
                    "participant %s: got voxels without a place on a grid, where participants are compared on the voxels that all have"
                        .formatted(participant),
                    Remedy.GRID_OR_IMAGES));
  }

  /** How many places the whole has. */
  int wholeSize();

  /** The number of a column's place in the whole, from 0. */
  int placeInWhole(int column);

  /** The places of the whole that are taken, in their order. */
  PartOfWhole ofWhole(boolean[] taken);

  /**
   * That another participant's whole is this one.
   *
   * @throws InputException if not, with what both are
   */
  void requireSameWhole(String subject, String other, PartOfWhole theirs);

  /** That two participants' places are of different kinds. */
  default InputException otherKind(String subject, String other, PartOfWhole theirs) {
    return new InputException(
        "the images of participant %s are of %s, those of %s of %s. Places are compared where they are of one kind"
            .formatted(subject, inWords(), other, theirs.inWords()));
  }

  /** That another participant's places are measured in the same space. */
  default void requireSameSpace(String subject, String other, PartOfWhole theirs) {
    if (!space().equals(theirs.space())) {
      throw new InputException(
          "participants %s and %s lie in different spaces, %s and %s: a voxel is not the same place in both"
              .formatted(subject, other, space().label(), theirs.space().label()),
          Remedy.NAME_THE_SPACE);
    }
  }
}
