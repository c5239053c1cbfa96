package org.mitchell.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/** What helps: options on the command line, plain words elsewhere, as in the browser. */
class RemediesTest {
  @ParameterizedTest
  @EnumSource(Remedy.class)
  void theLibraryNamesNoOptionAndTheCommandLineDoes(Remedy remedy) {
    var error = new InputException("voxels.tsv: line 3: got nan", remedy);
    assertThat(error).hasMessage("voxels.tsv: line 3: got nan. " + remedy.words());
    assertThat(error.getMessage()).doesNotContain("--").doesNotEndWith(".");
    assertThat(Remedies.message(error))
        .startsWith("voxels.tsv: line 3: got nan. ")
        .contains("--")
        .doesNotEndWith(".");
  }
}
