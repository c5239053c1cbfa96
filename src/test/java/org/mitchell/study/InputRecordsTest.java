package org.mitchell.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.features.FeatureTable;
import org.mitchell.provenance.Provenance;

class InputRecordsTest {
  @TempDir private Path folder;

  @Test
  void aTableThatItsReaderKnowsIsNotReadAgain() throws IOException {
    Path table = Files.writeString(folder.resolve("f.csv"), "word,see\ncat,1\n");
    Provenance.Input before = Provenance.Input.of(table);
    var records = new InputRecords();
    records.know(FeatureTable.read(table).vectors(List.of("cat")));
    Files.writeString(table, "word,see\ndog,1\n");
    assertThat(records.of(table)).isEqualTo(before);
  }

  @Test
  void anyFileIsReadOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "a");
    var records = new InputRecords();
    Provenance.Input first = records.of(file);
    Files.delete(file);
    assertThat(records.of(List.of(file, file))).containsExactly(first, first);
  }
}
