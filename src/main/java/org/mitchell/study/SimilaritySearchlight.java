package org.mitchell.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.derivatives.SimilarityRecord;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.PartOfWhole;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Workers;
import org.mitchell.maps.grayordinates.CorticalMeshes;
import org.mitchell.similarity.Discs;
import org.mitchell.similarity.Dissimilarities;
import org.mitchell.similarity.Distance;
import org.mitchell.similarity.Searchlight;
import org.mitchell.similarity.SimilarityPlan;
import org.mitchell.text.Counted;

/**
 * A searchlight of participants' images: spheres of voxels, or discs of vertices on their meshes.
 *
 * @param radius in mm
 * @param meshes along which it is measured on surfaces
 * @param distance of images
 */
record SimilaritySearchlight(
    double radius,
    Optional<CorticalMeshes> meshes,
    Distance distance,
    SimilarityPlan plan,
    Listener listener,
    Workers workers) {
  /**
   * Said before hours of other work.
   *
   * @param responses of which the places count
   * @throws InputException if vertices have no mesh, or another one
   */
  void requireMeshes(Responses responses) {
    if (responses.places().orElse(null) instanceof Grayordinates vertices) {
      meshes(responses).requireOf(vertices);
    } else if (meshes.isPresent()) {
      listener.note(
          "%s: the mesh has no part in this searchlight: %s"
              .formatted(
                  responses.participant(),
                  responses
                      .places()
                      .map(places -> "the images are of " + places.inWords())
                      .orElse("the voxels have no coordinates")));
    }
  }

  /**
   * @param responses with all voxels
   * @throws InputException if there is nowhere enough about a voxel or a vertex
   */
  SimilarityRecord.Maps of(Responses responses, Map<String, Dissimilarities> spaces) {
    List<Searchlight.Maps> maps =
        responses.places().orElse(null) instanceof Grayordinates vertices
            ? onSurfaces(responses, vertices, spaces)
            : Searchlight.of(
                responses, distance, radius, spaces, plan, workers, listener.progress());
    maps.forEach(map -> requireValues(responses, map));
    return new SimilarityRecord.Maps((PartOfWhole) responses.places().orElseThrow(), maps);
  }

  private List<Searchlight.Maps> onSurfaces(
      Responses responses, Grayordinates vertices, Map<String, Dissimilarities> spaces) {
    var discs = new Discs(vertices, meshes(responses), radius);
    discs
        .size()
        .ifPresent(
            size ->
                listener.note(
                    "%s: discs of %s mm along the mesh have %s in the middle (%,d to %,d), and reach %s of neighbours"
                        .formatted(
                            responses.participant(),
                            millimetres(),
                            Counted.of(size.vertices(), "vertex"),
                            size.fewest(),
                            size.most(),
                            Counted.of(size.rings(), "ring"))));
    return Searchlight.of(responses, distance, discs, spaces, plan, workers, listener.progress());
  }

  private CorticalMeshes meshes(Responses responses) {
    return meshes.orElseThrow(
        () ->
            new InputException(
                "a searchlight of participant %s, whose images are of vertices, is measured along the mesh"
                    .formatted(responses.participant()),
                Remedy.MESHES));
  }

  private void requireValues(Responses responses, Searchlight.Maps map) {
    if (Arrays.stream(map.agreement()).allMatch(Double::isNaN)) {
      boolean surface = responses.places().orElse(null) instanceof Grayordinates;
      throw new InputException(
          "participant %s: no %s of %s mm has %d %s or more. Take a larger radius"
              .formatted(
                  responses.participant(),
                  surface ? "disc" : "sphere",
                  millimetres(),
                  Searchlight.FEWEST_VOXELS,
                  surface ? "vertices" : "voxels"));
    }
  }

  private String millimetres() {
    return Double.toString(radius).replaceFirst("\\.0$", "");
  }
}
