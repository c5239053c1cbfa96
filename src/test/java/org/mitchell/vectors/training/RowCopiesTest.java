package org.mitchell.vectors.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mitchell.jobs.Workers;

/** Who learns on what, and what becomes of it. */
class RowCopiesTest {
  private static final float ALPHA = .05f;

  private final Network network =
      new Network(new float[][] {{1}, {2}, {3}, {4}}, new float[0][], new float[0][]);
  private final BlockRows.Tables tables = BlockRows.Tables.of(network);
  private final DrawnStretch first = needing(0, 1, 0);
  private final DrawnStretch second = needing(1, 2, 3);
  private final DrawnStretch third = needing(3, 1);
  private final List<DrawnStretch> all = List.of(first, second, third);
  private final NetworkSharing sharing = new NetworkSharing(network);
  private final BlockRows.Sharing shared = sharing.begin(all);

  private DrawnStretch needing(int... rows) {
    var stretch = new DrawnStretch(network);
    NeededRows needed = stretch.rows().begin(tables);
    for (int row : rows) {
      needed.input(row);
    }
    stretch.rows().endNeeded(tables);
    return stretch;
  }

  /** Adds to a row as many times as is said. */
  private void add(DrawnStretch stretch, int row, float what, int times) {
    stretch.rows().layOut(tables, shared);
    for (int i = 0; i < times; i++) {
      tables.input(row)[0] += what;
    }
    stretch.rows().end(tables);
  }

  private void merge() {
    try (var workers = new Workers(2)) {
      new NetworkMerge(network, NetworkMerge.STEEPEST)
          .merge(all.stream().map(DrawnStretch::rows).toList(), workers, ALPHA);
    }
  }

  @Test
  void rowsOfOneAloneAreLearnedInPlaceAndOthersOnCopies() {
    add(first, 0, .5f, 1);
    add(second, 1, .5f, 1);
    assertThat(network.inputs()[0][0]).isEqualTo(1.5f);
    assertThat(network.inputs()[1][0]).isEqualTo(2);
    assertThat(first.rows().inputs().count()).isZero();
    assertThat(second.rows().inputs().count()).isOne();
  }

  @Test
  void aSharedRowThatOneAloneHasChangedBecomesWhatItMadeOfIt() {
    add(first, 1, 0, 0);
    add(second, 1, .25f, 3);
    add(third, 1, 0, 0);
    merge();
    assertThat(network.inputs()[1][0]).isEqualTo(2.75f);
  }

  @Test
  void movesOfSeveralAreAddedUpAndTheMoreOftenTheMoreTheyBecomeTheMean() {
    // By the formula of RowMerge, worked out with c = alpha / 4: r(u) = u / (1 + u / 80).
    add(first, 1, 1, 1);
    add(second, 1, 1, 1);
    add(third, 1, 1, 1);
    merge();
    assertThat(network.inputs()[1][0]).isCloseTo(2 + 3 * .97590f, within(1e-4f));
    add(first, 1, .001f, 1000);
    add(second, 1, .001f, 1000);
    add(third, 1, .001f, 1000);
    float before = network.inputs()[1][0];
    merge();
    assertThat(network.inputs()[1][0]).isCloseTo(before + 3 * .35065f, within(1e-3f));
  }

  @Test
  void movesOfCbowAreAddedMoreFullyWhereThereAreManyWords() {
    assertThat(NetworkMerge.pull(Architecture.CBOW, 50_000))
        .isLessThan(NetworkMerge.pull(Architecture.CBOW, 40));
    assertThat(NetworkMerge.pull(Architecture.SKIP_GRAM, 50_000)).isEqualTo(NetworkMerge.STEEPEST);
  }

  @Test
  void theNextRoundBeginsWithoutWhatTheLastOneShared() {
    sharing.end(all);
    var alone = sharing.begin(List.of(third));
    assertThat(alone.inputs().test(1)).isFalse();
    assertThat(alone.inputs().test(3)).isFalse();
    assertThat(sharing.begin(List.of(first)).inputs().test(1)).isTrue();
  }
}
