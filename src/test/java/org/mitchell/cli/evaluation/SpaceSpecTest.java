package org.mitchell.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.cli.options.UsageException;

class SpaceSpecTest {
  @Test
  void ofTwoWithOneLabelTheSecondIsToHaveAnother() {
    assertThatThrownBy(() -> SpaceSpec.list("a=one.csv,a=two.csv"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--features: two are called 'a'. Give each a label of its own: one=two.csv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "verbs25|verbs25|verbs25|''",
        "folder/glove.tsv|glove|folder/glove.tsv|''",
        "folder/glove.tsv.gz|glove|folder/glove.tsv.gz|''",
        "ratings.csv:1-218|ratings:1-218|ratings.csv|1-218",
        "human=ratings.csv:1-218|human|ratings.csv|1-218",
        "some=a/b.csv:1-25+30|some|a/b.csv|1-25,30",
        "a=b/c=d.csv|a|b/c=d.csv|''"
      })
  void aSpaceHasALabelASourceAndColumns(String text, String label, String source, String columns) {
    assertThat(SpaceSpec.of(text)).isEqualTo(new SpaceSpec(label, source, columns));
  }
}
