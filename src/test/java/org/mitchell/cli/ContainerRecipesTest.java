package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes of containers, which no test can build. */
class ContainerRecipesTest {
  private static final Pattern BASE = Pattern.compile("(?im)^from:? +(\\S+)");
  private static final Pattern INSTALLATION =
      Pattern.compile(
          "apt-get update[\\s&\\\\]+(?:#.*\\s+)?apt-get install -y --no-install-recommends [^\\n]+"
              + "[\\s&\\\\]+rm -rf /var/lib/apt/lists/\\*");

  @ParameterizedTest
  @ValueSource(strings = {"src/packaging/Dockerfile", "src/packaging/mitchell.def"})
  void imagesHaveAFixedVersionAndNoListsOfPackages(String file) throws IOException {
    String recipe = Files.readString(Path.of(file));
    List<String> bases = BASE.matcher(recipe).results().map(found -> found.group(1)).toList();
    assertThat(bases).isNotEmpty().allMatch(base -> base.matches(".+:\\d+\\.\\d+\\.\\d+\\S*"));
    long installations = Pattern.compile("apt-get install").matcher(recipe).results().count();
    assertThat(installations).isPositive();
    assertThat(INSTALLATION.matcher(recipe).results()).hasSize((int) installations);
    for (String copied : List.of("pom.xml", "LICENSE", "NOTICE", "src")) {
      assertThat(recipe).contains(copied);
      assertThat(Path.of(copied)).exists();
    }
  }
}
