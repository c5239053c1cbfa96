package org.mitchell.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mitchell.evaluation.nulls.NullDistribution;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.fmri.Responses;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/**
 * The agreement at every voxel: of a feature space with the images of the words in the sphere about
 * the voxel (Kriegeskorte, Goebel and Bandettini 2006, PNAS 103:3863-3868).
 *
 * <p>An agreement is the product of two unit vectors, so the images of a sphere are made into
 * theirs once, and a relabelling of the words only moves the entries of the features' one. Spheres
 * are taken many at a time, side by side, and multiplied together.
 */
public final class Searchlight {
  /** Spheres of fewer voxels have no pattern to compare. */
  public static final int FEWEST_VOXELS = 10;

  private static final int MOST_SPHERES = 64;
  private static final int BLOCK_VALUES = 1 << 16;

  private final ImageDistances distances;
  private final Surroundings spheres;
  private final int voxels;
  private final Agreement agreement;
  private final List<Movable> spaces;
  private final List<int[]> relabellings;

  private Searchlight(
      ImageDistances distances,
      Surroundings spheres,
      int voxels,
      Agreement agreement,
      List<Movable> spaces,
      List<int[]> relabellings) {
    this.distances = distances;
    this.spheres = spheres;
    this.voxels = voxels;
    this.agreement = agreement;
    this.spaces = spaces;
    this.relabellings = relabellings;
  }

  /**
   * A feature space's maps.
   *
   * @param agreement a value a voxel column; NaN where a sphere has too few voxels or tells nothing
   * @param p one-sided, by relabelling; NaN without
   * @param familyWise the same by the highest agreement of any voxel
   */
  public record Maps(String space, double[] agreement, double[] p, double[] familyWise) {}

  /**
   * @param radius of the spheres, in mm
   * @param spaces feature spaces of the words of the responses
   * @throws InputException if the voxels have no place, or the agreement is tau-a
   */
  public static List<Maps> of(
      Responses responses,
      Distance distance,
      double radius,
      Map<String, Dissimilarities> spaces,
      SimilarityPlan plan,
      Workers workers,
      Progress progress) {
    return of(responses, distance, spheres(responses, radius), spaces, plan, workers, progress);
  }

  private static Spheres spheres(Responses responses, double radius) {
    var grid =
        responses
            .grid()
            .orElseThrow(
                () ->
                    responses
                        .places()
                        .map(places -> places.noBox("a searchlight", responses.participant()))
                        .orElseGet(
                            () ->
                                new InputException(
                                    "a searchlight needs the place of every voxel, and participant %s has no coordinates"
                                        .formatted(responses.participant()),
                                    Remedy.COORDINATES_OF_RESPONSES)));
    return new Spheres(grid, radius);
  }

  /**
   * @param surroundings what lies about each voxel column
   * @param spaces feature spaces of the words of the responses
   * @throws InputException if the agreement is tau-a
   */
  public static List<Maps> of(
      Responses responses,
      Distance distance,
      Surroundings surroundings,
      Map<String, Dissimilarities> spaces,
      SimilarityPlan plan,
      Workers workers,
      Progress progress) {
    if (!plan.agreement().isProduct()) {
      throw new InputException(
          "a searchlight takes any agreement but tau-a, which takes hours at every voxel. Take"
              + " Spearman's");
    }
    var search =
        new Searchlight(
            new ImageDistances(responses, distance),
            surroundings,
            responses.voxels(),
            plan.agreement(),
            spaces.values().stream().map(space -> new Movable(space, plan.agreement())).toList(),
            Relabelling.FREE.permutations(
                responses.stimuli(), plan.permutations(), new RandomStreams(plan.seed())));
    return search.run(List.copyOf(spaces.keySet()), workers, progress);
  }

  private List<Maps> run(List<String> names, Workers workers, Progress progress) {
    int width = Math.max(1, Math.min(MOST_SPHERES, BLOCK_VALUES / spaces.get(0).length()));
    var tallies = new ArrayList<Tally>();
    spaces.forEach(space -> tallies.add(new Tally(voxels, relabellings.size())));
    progress.begin("searchlight", "voxels", voxels);
    workers.forEach(
        (voxels + width - 1) / width,
        b -> {
          int from = b * width;
          int to = Math.min(from + width, voxels);
          SphereBlock block = block(from, to, width);
          for (int s = 0; s < spaces.size(); s++) {
            tallies.get(s).add(block, from, to, spaces.get(s), relabellings);
          }
          progress.advance(to - from);
        });
    progress.end();
    var maps = new ArrayList<Maps>();
    for (int s = 0; s < names.size(); s++) {
      maps.add(tallies.get(s).maps(names.get(s)));
    }
    return maps;
  }

  private SphereBlock block(int from, int to, int width) {
    var block = new SphereBlock(width);
    for (int voxel = from; voxel < to; voxel++) {
      int[] columns = distances.usable(spheres.about(voxel));
      if (columns.length >= FEWEST_VOXELS) {
        Dissimilarities images = distances.of(columns);
        if (images.informative()) {
          block.put(voxel - from, agreement.direction(images));
        }
      }
    }
    return block;
  }

  /** What one space gives at every voxel; a block of voxels is added by one thread. */
  private static final class Tally {
    private final double[] observed;
    private final int[] reaching;
    private final double[] highest;

    Tally(int voxels, int relabellings) {
      observed = new double[voxels];
      reaching = new int[voxels];
      highest = new double[relabellings];
      Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    }

    void add(SphereBlock block, int from, int to, Movable space, List<int[]> relabellings) {
      var values = new double[block.width()];
      block.multiply(space.direction(), values);
      System.arraycopy(values, 0, observed, from, to - from);
      var moved = new double[space.length()];
      var others = new double[block.width()];
      var largest = new double[relabellings.size()];
      for (int n = 0; n < largest.length; n++) {
        space.move(relabellings.get(n), moved);
        block.multiplyAgain(moved, others);
        largest[n] = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < to - from; v++) {
          reaching[from + v] += others[v] >= values[v] ? 1 : 0;
          largest[n] = others[v] > largest[n] ? others[v] : largest[n];
        }
      }
      synchronized (this) {
        Arrays.setAll(highest, n -> Math.max(highest[n], largest[n]));
      }
    }

    Maps maps(String space) {
      var p = new double[observed.length];
      var familyWise = new double[observed.length];
      var maximum = new NullDistribution(highest);
      for (int v = 0; v < p.length; v++) {
        boolean known = highest.length > 0 && !Double.isNaN(observed[v]);
        p[v] = known ? (1.0 + reaching[v]) / (1 + highest.length) : Double.NaN;
        familyWise[v] = known ? maximum.p(observed[v]) : Double.NaN;
      }
      return new Maps(space, observed, p, familyWise);
    }
  }
}
