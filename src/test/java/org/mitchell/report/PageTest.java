package org.mitchell.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PageTest {
  @Test
  void noJavaScriptEndsItsElement() {
    assertThat(Page.insideScript("a('</script>', '</SCRIPT >', '<!-- <script>')"))
        .isEqualTo("a('<\\/script>', '<\\/SCRIPT >', '<\\!-- <script>')");
  }

  @Test
  void noJsonEndsItsElementAndAllOfItComesBack() {
    String hostile = "</script><!-- & \u2028 \u2029 'ä\" ]]>";
    String json = JsonMapper.shared().writeValueAsString(hostile);
    String inside = Page.jsonInsideScript(json);
    assertThat(inside).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(JsonMapper.shared().readTree(inside).asString()).isEqualTo(hostile);
  }

  @Test
  void numbersAreWrittenAsInPapers() {
    assertThat(Numbers.decimal(.8152)).isEqualTo(".815");
    assertThat(Numbers.decimal(-.0651)).isEqualTo("\u2212.065");
    assertThat(Numbers.decimal(1)).isEqualTo("1.000");
    assertThat(Numbers.decimal(Double.NaN)).isEqualTo("\u2013");
    assertThat(Numbers.p(.000999)).isEqualTo(".0010");
    assertThat(Numbers.p(.00004)).isEqualTo("< .0001");
    assertThat(Numbers.p(.2)).isEqualTo(".200");
    assertThat(Numbers.count(1443.5)).isEqualTo("1,443.5");
    assertThat(Numbers.mm(-21.875)).isEqualTo("\u221221.9");
    assertThat(Numbers.mm(-0.01)).isEqualTo("0.0");
  }
}
