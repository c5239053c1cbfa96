package org.mitchell.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.evaluation.Metric;
import org.mitchell.evaluation.ranks.Identification;
import org.mitchell.provenance.Provenance;

/**
 * What came of an identification.
 *
 * @param request what was asked, the held-out word as the model spells it
 * @param candidates the words that an image could be of
 * @param dropped words of the list that are no candidates, each with why
 * @param voxels how many voxels are compared, where an image has them all
 */
public record IdentifiedImages(
    SavedFit fit,
    Identifying.Request request,
    Metric metric,
    List<String> candidates,
    Map<String, String> dropped,
    int voxels,
    List<Image> images,
    Provenance provenance) {

  /** One image and its candidates. */
  public record Image(Path file, Identification.Identified identified) {}

  /** Whether the model was trained on a word, so that it does better on images of it. */
  public boolean trainedOn(String word) {
    boolean heldOut = request.heldOut().filter(word::equals).isPresent();
    return fit.model().words().contains(word) && !heldOut;
  }
}
