package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.testing.SharedData;

class RealTablesTest {
  /**
   * By Python's split and float: the first word's first voxel, one in between, the last word's
   * last, the sum.
   */
  @ParameterizedTest
  @CsvSource({
    "mitchell2008/responses/P1, txt, 60, 0.0644745, 0.0538823, 0.1886704, -487.029732",
    "mitchell2008/responses/P2, txt, 60, 0.1837385, 0.1395731, 0.0514103, 158.157296",
    "mitchell2008/responses/P3, txt, 60, -0.2488612, -0.3846372, -0.3653631, -144.247978",
    "mitchell2008/responses/P4, txt, 60, 0.0564425, 0.0573021, 0.1822802, 192.709471",
    "mitchell2008/responses/P5, txt, 60, 0.1318833, -0.2058772, -0.3244223, -1244.98817",
    "mitchell2008/responses/P6, txt, 60, -0.0510693, -0.0885784, -0.2740136, -124.956033",
    "pereira2018/M01, txt.gz, 180, 0.1191951, -0.3669856, 0.0272764, -2977.504594",
    "pereira2018/M04, txt.gz, 180, 0.0410671, 0.0458499, -0.0128340, -8636.768973"
  })
  void tablesOfRealResponses(
      String name, String kind, int words, float first, float middle, float last, double sum)
      throws IOException {
    Path file = SharedData.file(name + "_1000-random-voxels." + kind);
    var responses = ResponsesReader.read(file, "P", ReadOptions.DEFAULT);
    assertThat(responses.stimuli()).hasSize(words);
    assertThat(responses.voxels()).isEqualTo(1000);
    assertThat(responses.grid()).isEmpty();
    assertThat(responses.commonPresentations()).isEqualTo(1);
    assertThat(responses.words()).isSorted();
    assertThat(responses.trial(0, 0)[0]).isCloseTo(first, Offset.offset(2e-7f));
    assertThat(responses.trial(17, 0)[500]).isCloseTo(middle, Offset.offset(2e-7f));
    assertThat(responses.trial(words - 1, 0)[999]).isCloseTo(last, Offset.offset(2e-7f));
    double total = 0;
    for (int w = 0; w < words; w++) {
      for (float value : responses.trial(w, 0)) {
        total += value;
      }
    }
    assertThat(total).isCloseTo(sum, Offset.offset(1e-3));
  }
}
