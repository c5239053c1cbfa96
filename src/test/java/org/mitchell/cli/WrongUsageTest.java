package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of words that no command knows. */
class WrongUsageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          fit --subjct P1               | --subjct: there is no such option. Did you mean: --subject?
          fit --sub P1                  | --sub: there is no such option. Did you mean: --subject?
          fit -subject P1               | -subject: there is no such option. Did you mean: --subject?
          fit --Subject=P1              | --Subject: there is no such option. Did you mean: --subject?
          predict celery --modle x      | --modle: there is no such option. Did you mean: --model?
          corpus count --crpus a --ot b | --crpus: there is no such option. Did you mean: --corpus?
          check --images a.nii --lbels b | --lbels: there is no such option. Did you mean: --labels?
          fit --subject --labls            | --labls: there is no such option. Did you mean: --labels?
          ft --subject P1               | 'ft': there is no such command. Did you mean: mitchell fit?
          slices map.nii                | 'slices': there is no such command. Did you mean: mitchell figure slices?
          figure slcies map.nii         | 'slcies': there is no such command. Did you mean: mitchell figure slices?
          figure map                    | 'map': there is no such command. Did you mean: mitchell map?
          data gte P1                   | 'gte': there is no such command. Did you mean: mitchell data get?
          help ft                       | 'ft': there is no such command. Did you mean: mitchell fit?
          qqqqqqqqqq                    | 'qqqqqqqqqq': there is no such command
          fit --subject P1 extra        | 'extra' is more than this command takes
          """)
  void theNearestIsSuggested(String typed, String said) {
    Ran ran = Ran.mitchell((Object[]) typed.split(" ")).failsWith(2);
    assertThat(ran.errLines().get(0)).isEqualTo("mitchell: " + said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          fit                              | Missing required option: '--subject=LABEL'
          fit --subject                    | Missing required parameter for option '--subject' (LABEL)
          fit --subject P1 --threads x     | Invalid value for option '--threads': got 'x' where a whole number is expected
          """)
  void whatIsKnownIsSaidAsItWas(String typed, String said) {
    assertThat(Ran.mitchell((Object[]) typed.split(" ")).failsWith(2).err()).contains(said);
  }
}
