package org.mitchell.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.tables.TableRules;

class FeatureChoiceTest {
  @TempDir private Path folder;

  @Test
  void builtInFeaturesHaveNoFileAndAreFoundByTheirNameFromAnywhere() {
    FeatureChoice choice = FeatureChoice.of("verbs25");
    assertThat(choice.isBuiltIn()).isTrue();
    assertThat(choice.files()).isEmpty();
    assertThat(choice.fromAnywhere()).isEqualTo("verbs25");
  }

  @Test
  void aFileIsFoundFromAnyFolder() {
    FeatureChoice choice = FeatureChoice.of("some/table.csv");
    assertThat(choice.files()).containsExactly(Path.of("some/table.csv"));
    assertThat(choice.fromAnywhere())
        .isEqualTo(Path.of("some/table.csv").toAbsolutePath().toString());
  }

  @Test
  void theColumnsThatAreWantedComeInTheirOrderWithTheWordsOfTheFile() throws IOException {
    Path table = Files.writeString(folder.resolve("t.csv"), "word,a,b,c\nant,1,2,3\nbee,4,5,6\n");
    var choice = new FeatureChoice(table.toString(), "1,3");
    try (var workers = new Workers(1)) {
      FeatureSource source = choice.open(workers, TableRules.DEFAULT);
      assertThat(source.name()).isEqualTo("t.csv");
      assertThat(choice.words(source)).containsExactly("ant", "bee");
      FeatureSpace space = source.vectors(List.of("bee"));
      assertThat(space.features()).containsExactly("a", "c");
      assertThat(space.vector("bee").orElseThrow()).containsExactly(4, 6);
    }
  }

  @Test
  void builtInFeaturesShowThePapersNouns() throws IOException {
    try (var workers = new Workers(1)) {
      FeatureChoice choice = FeatureChoice.of("verbs25");
      assertThat(choice.words(choice.open(workers, TableRules.DEFAULT))).isEqualTo(Paper.nouns());
    }
  }
}
