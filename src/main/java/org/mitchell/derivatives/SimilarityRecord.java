package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mitchell.derivatives.contents.MeshFile;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.PartOfWhole;
import org.mitchell.fmri.Responses;
import org.mitchell.provenance.Provenance;
import org.mitchell.similarity.Dissimilarities;
import org.mitchell.similarity.Distance;
import org.mitchell.similarity.Searchlight;
import org.mitchell.similarity.SimilarityComparison;
import org.mitchell.similarity.SimilarityPlan;

/**
 * A representational similarity analysis with all that is to be written of it.
 *
 * @param baselines the names of the spaces that are there to be beaten
 * @param meshes that discs of a searchlight lie on; none of voxels
 * @param sources the files of responses
 * @param plot the agreements as a picture, SVG; nothing where regions are too many for one
 */
public record SimilarityRecord(
    Found found,
    Distance distance,
    Distance featureDistance,
    SimilarityPlan plan,
    List<String> baselines,
    List<MeshFile> meshes,
    List<Path> sources,
    OutputSet.Content plot,
    Provenance provenance) {

  /**
   * What came out.
   *
   * @param participants the responses to the words compared; of each one voxel is enough
   * @param spaces distances by features
   * @param images distances by images, a participant each; empty where regions are compared
   * @param places regions of the brain, or the whole
   * @param left how many regions have too few voxels
   * @param radius of the searchlight
   * @param searchlights maps of each participant, in the same order; empty without a radius
   */
  public record Found(
      List<Responses> participants,
      Map<String, Dissimilarities> spaces,
      List<Dissimilarities> images,
      List<Place> places,
      int left,
      OptionalDouble radius,
      List<Maps> searchlights) {
    public Found {
      images = List.copyOf(images);
      places = List.copyOf(places);
      searchlights = List.copyOf(searchlights);
    }
  }

  /**
   * A place of the brain.
   *
   * @param voxels one number a participant
   */
  public record Place(String name, List<Integer> voxels, SimilarityComparison comparison) {}

  /**
   * A participant's maps, one a space.
   *
   * @param places where its voxels or vertices are
   */
  public record Maps(PartOfWhole places, List<Searchlight.Maps> ofSpaces) {}
}
