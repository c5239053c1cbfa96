package org.mitchell.maps.clusters;

import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.PartOfWhole;

/**
 * What a column is, where columns are grayordinates.
 *
 * @param structure in words: cortex left
 * @param vertex its number from 0; nothing where the structure is of voxels
 */
public record Site(String structure, OptionalInt vertex) {
  /** Nothing for voxels of a box. */
  public static Optional<Site> of(PartOfWhole places, int column) {
    if (!(places instanceof Grayordinates own)) {
      return Optional.empty();
    }
    Grayordinates.Place place = own.place(column);
    return Optional.of(
        new Site(
            place.model().name(),
            place.model().isSurface() ? OptionalInt.of(place.vertex()) : OptionalInt.empty()));
  }

  /** As in "cortex left 1234". */
  public String inWords() {
    return vertex.isPresent() ? structure + " " + vertex.getAsInt() : structure;
  }
}
