package org.mitchell.corpus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import org.mitchell.provenance.BuildInfo;

class JobFileTest {
  private static final ShardedJob<String, Integer> JOB =
      new ShardedJob<>(List.of("one", "three"), new Lengths(10));

  @TempDir private Path folder;

  private record Lengths(int factor) implements ShardCounter<String, Integer> {
    @Override
    public Integer none() {
      return 0;
    }

    @Override
    public Integer count(Iterator<String> shards) {
      int sum = 0;
      while (shards.hasNext()) {
        sum += factor * shards.next().length();
      }
      return sum;
    }

    @Override
    public Integer plus(Integer one, Integer other) {
      return one + other;
    }
  }

  @Test
  void aJobIsReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("a.job");
    JobFile.write(file, JOB);
    assertThat(JobFile.read(file)).isEqualTo(JOB);
  }

  @Test
  void aJobOfAnotherBuildIsRefusedAndBothBuildsAreNamed() throws IOException {
    Path file = folder.resolve("a.job");
    JobFile.write(file, JOB, new BuildInfo("0.1.0", "aaaa"));
    assertThatThrownBy(() -> JobFile.read(file, new BuildInfo("0.1.0", "bbbb")))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("aaaa", "bbbb", "mvn -Pspark -DskipTests package");
  }

  @Test
  void anOutcomeIsTheResult() throws IOException {
    Path file = folder.resolve("a.outcome");
    OutcomeFile.write(file, 42L);
    assertThat(OutcomeFile.read(file, Long.class)).isEqualTo(42L);
  }

  @Test
  void anOutcomeIsTheInputsProblemInItsOwnWords() throws IOException {
    Path file = folder.resolve("a.outcome");
    OutcomeFile.write(file, new InputException("b.txt.gz: byte 17: not gzip"));
    assertThatThrownBy(() -> OutcomeFile.read(file, Long.class))
        .isInstanceOf(InputException.class)
        .hasMessage("b.txt.gz: byte 17: not gzip");
  }
}
