package org.mitchell.inference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mitchell.fmri.CommonVoxels;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.maps.clusters.Clusters;
import org.mitchell.maps.clusters.Contiguity;

/**
 * A map with its clusters and what it is worth.
 *
 * @param subjects the participants: one, or those of a group
 * @param plan what was asked for
 * @param group what several participants became one by; nothing for one participant
 * @param values a value a voxel, as written: rounded to float32; NaN where undefined. Not copied
 * @param peaks what peaks are measured by: the values themselves, or of p-values the r or t that
 *     they are of. Not copied
 * @param threshold a voxel counts from this value, of p-values up to it
 * @param formingP the uncorrected p that gave the threshold, where one did
 * @param minimumSize of a cluster, in voxels
 * @param contiguous which voxels are neighbours
 * @param counted how many voxels count, in clusters or not
 * @param places where the voxels lie, if that is known
 * @param clusters what counts together; nothing where voxels have no place
 * @param inference what the map is worth; nothing without null maps
 * @param common which voxels the participants of a group share
 */
public record VoxelwiseResult(
    List<String> subjects,
    VoxelwisePlan plan,
    Optional<VoxelwisePlan.Group> group,
    float[] values,
    float[] peaks,
    double threshold,
    OptionalDouble formingP,
    int minimumSize,
    Contiguity contiguous,
    int counted,
    Optional<VoxelPlaces> places,
    Optional<Clusters> clusters,
    Optional<PValues> inference,
    Optional<CommonVoxels> common) {

  /** What the values are: the statistic's label, or t where participants became one by it. */
  public String shown() {
    return showsT() && !plan.statistic().isP() ? plan.variance().label() : plan.shown();
  }

  /** The same for readers. */
  public String inWords() {
    return showsT() && !plan.statistic().isP() ? plan.variance().statistic() : plan.inWords();
  }

  /** What the map is of, and of several participants how they became one. */
  public String title() {
    if (showsT()) {
      String over = plan.variance().title();
      return plan.statistic().isP() ? plan.inWords() + ", " + over : over;
    }
    return plan.inWords() + (group.isPresent() ? ", mean over participants" : "");
  }

  /** What peaks are measured by: the statistic's label, r of a participant's p-values, or t. */
  public String peakStatistic() {
    return showsT() ? plan.variance().label() : plan.statistic().isP() ? "r" : plan.shown();
  }

  /** Whose highest values in null maps voxels are judged by. */
  public String judgedBy() {
    return plan.statistic() == VoxelStatistic.TFCE ? "TFCE of " + peakStatistic() : peakStatistic();
  }

  /** Whether clusters have a p by their size: those of maps whose null maps are thresholded too. */
  public boolean sizesAreTested() {
    return inference.isPresent() && !plan.statistic().isP();
  }

  /** The box that the voxels lie in; nothing for surfaces, and where places are not known. */
  public Optional<VoxelGrid> grid() {
    return places.filter(VoxelGrid.class::isInstance).map(VoxelGrid.class::cast);
  }

  /** How many neighbours a voxel has: 6, 18 or 26. */
  public int contiguity() {
    return contiguous.neighbours();
  }

  private boolean showsT() {
    return group.filter(VoxelwisePlan.Group.T::equals).isPresent();
  }
}
