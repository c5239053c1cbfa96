package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealTablesTest {
  /** Figures by Python's split and float: first word's first voxel, word 18's voxel 501, last word's last voxel, the sum. */
  @ParameterizedTest
  @CsvSource({
      "mitchell2008/responses/P1_1000-random-voxels.txt, 60, 0.0644745750324673, 0.05388239333220847, 0.18867047566207373, -487.029732",
      "mitchell2008/responses/P2_1000-random-voxels.txt, 60, 0.18373852658940673, 0.1395731258989505, 0.0514103751511127, 158.157296",
      "mitchell2008/responses/P3_1000-random-voxels.txt, 60, -0.24886126650312576, -0.38463722377896215, -0.3653631964551792, -144.247978",
      "mitchell2008/responses/P4_1000-random-voxels.txt, 60, 0.05644253106090005, 0.05730214881062434, 0.1822802408966564, 192.709471",
      "mitchell2008/responses/P5_1000-random-voxels.txt, 60, 0.13188336729938685, -0.20587727292759112, -0.32442234872297476, -1244.98817",
      "mitchell2008/responses/P6_1000-random-voxels.txt, 60, -0.05106938479214376, -0.08857841241259282, -0.2740136309915936, -124.956033",
      "pereira2018/M01_1000-random-voxels.txt.gz, 180, 0.11919514880534511, -0.3669856900564858, 0.027276497521688797, -2977.504594",
      "pereira2018/M04_1000-random-voxels.txt.gz, 180, 0.041067133537577814, 0.04584993661090951, -0.012834037180822754, -8636.768973"
  })
  void tablesOfRealResponses(String name, int words, float first, float middle, float last, double sum)
      throws IOException {
    var responses = ResponsesReader.read(SharedData.file(name), "P", ReadOptions.DEFAULT);
    assertThat(responses.stimuli()).hasSize(words);
    assertThat(responses.voxels()).isEqualTo(1000);
    assertThat(responses.grid()).isEmpty();
    assertThat(responses.commonPresentations()).isEqualTo(1);
    assertThat(responses.words()).isSorted();
    assertThat(responses.trial(0, 0)[0]).isEqualTo(first);
    assertThat(responses.trial(17, 0)[500]).isEqualTo(middle);
    assertThat(responses.trial(words - 1, 0)[999]).isEqualTo(last);
    double total = 0;
    for (int w = 0; w < words; w++) {
      for (float value : responses.trial(w, 0)) {
        total += value;
      }
    }
    assertThat(total).isCloseTo(sum, Offset.offset(1e-3));
  }
}
