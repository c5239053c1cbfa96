package org.mitchell.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.evaluation.nulls.Relabelling;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
import org.mitchell.fmri.Stimulus;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import org.mitchell.random.RandomStreams;

/** Expected figures are rsatoolbox's, sphere by sphere: testdata/similarity/reference.py. */
class SearchlightTest {
  private static final JsonNode MADE = Reference.json().get("searchlight");
  private static final Map<String, Dissimilarities> SPACE = Map.of("f", Reference.features());
  private static final int RELABELLINGS = 25;

  @ParameterizedTest
  @EnumSource(value = Agreement.class, mode = EnumSource.Mode.EXCLUDE, names = "TAU_A")
  void everySphereAgreesAsItDoesAlone(Agreement agreement) {
    double[] found = maps(agreement, 0, 2).agreement();
    int undefined = 0;
    for (int v = 0; v < found.length; v++) {
      JsonNode expected = MADE.get("agreements").get(v);
      if (expected.isNull()) {
        undefined++;
        assertThat(found[v]).isNaN();
      } else {
        assertThat(found[v]).isCloseTo(expected.get(agreement.name()).asDouble(), within(1e-9));
      }
    }
    assertThat(undefined).isBetween(1, found.length - 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Agreement.class,
      names = {"SPEARMAN", "WHITENED_COSINE"})
  void pIsThatOfEachRelabellingOneByOne(Agreement agreement) {
    Searchlight.Maps maps = maps(agreement, RELABELLINGS, 2);
    Responses responses = responses();
    List<int[]> orders =
        Relabelling.FREE.permutations(
            responses.stimuli(), RELABELLINGS, new RandomStreams(plan(agreement, 0).seed()));
    var distances = new ImageDistances(responses, Distance.CORRELATION);
    var spheres = new Spheres(responses.grid().orElseThrow(), MADE.get("radius").asDouble());
    var highest = new double[RELABELLINGS];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    var reaching = new int[responses.voxels()];
    for (int v = 0; v < reaching.length; v++) {
      if (!Double.isNaN(maps.agreement()[v])) {
        Dissimilarities images = distances.of(spheres.about(v));
        for (int n = 0; n < RELABELLINGS; n++) {
          double other = agreement.of(Reference.features().ordered(orders.get(n)), images);
          reaching[v] += other >= maps.agreement()[v] - 1e-12 ? 1 : 0;
          highest[n] = Math.max(highest[n], other);
        }
      }
    }
    for (int v = 0; v < reaching.length; v++) {
      double observed = maps.agreement()[v];
      if (!Double.isNaN(observed)) {
        long above = Arrays.stream(highest).filter(h -> h >= observed - 1e-12).count();
        assertThat(maps.p()[v]).isEqualTo((1.0 + reaching[v]) / (1 + RELABELLINGS));
        assertThat(maps.familyWise()[v]).isEqualTo((1.0 + above) / (1 + RELABELLINGS));
      }
    }
  }

  @Test
  void theNumberOfThreadsDoesNotMatter() {
    Searchlight.Maps one = maps(Agreement.SPEARMAN, RELABELLINGS, 1);
    Searchlight.Maps three = maps(Agreement.SPEARMAN, RELABELLINGS, 3);
    assertThat(three.agreement()).isEqualTo(one.agreement());
    assertThat(three.p()).isEqualTo(one.p());
    assertThat(three.familyWise()).isEqualTo(one.familyWise());
  }

  @Test
  void tauAAndVoxelsWithoutAPlaceAreRefused() {
    assertThatThrownBy(() -> maps(Agreement.TAU_A, 0, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("any agreement but tau-a");
    assertThatThrownBy(
            () ->
                Searchlight.of(
                    Reference.responses(0),
                    Distance.CORRELATION,
                    9,
                    SPACE,
                    plan(Agreement.SPEARMAN, 0),
                    new Workers(1),
                    Progress.NONE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("participant T has no coordinates");
  }

  private static Searchlight.Maps maps(Agreement agreement, int permutations, int threads) {
    try (var workers = new Workers(threads)) {
      return Searchlight.of(
              responses(),
              Distance.CORRELATION,
              MADE.get("radius").asDouble(),
              SPACE,
              plan(agreement, permutations),
              workers,
              Progress.NONE)
          .get(0);
    }
  }

  private static SimilarityPlan plan(Agreement agreement, int permutations) {
    return new SimilarityPlan(agreement, permutations, 0, 7);
  }

  private static Responses responses() {
    double[][] images = Reference.rows(MADE.get("images"));
    var trials = new float[images.length][1][images[0].length];
    var stimuli = new ArrayList<Stimulus>();
    for (int w = 0; w < images.length; w++) {
      stimuli.add(new Stimulus("word" + w, ""));
      for (int v = 0; v < images[w].length; v++) {
        trials[w][0][v] = (float) images[w][v];
      }
    }
    int[][] voxels =
        Arrays.stream(Reference.rows(MADE.get("voxels")))
            .map(row -> Arrays.stream(row).mapToInt(i -> (int) i).toArray())
            .toArray(int[][]::new);
    int[] dims = IntStream.range(0, 3).map(a -> MADE.get("dims").get(a).asInt()).toArray();
    var grid =
        VoxelGrid.of(dims, Affine.of(Reference.rows(MADE.get("affine"))), Space.INDIVIDUAL, voxels);
    return new Responses("T", "SIMULATED", stimuli, trials, Optional.of(grid), List.of());
  }
}
