package org.mitchell.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildInfoTest {
  private static final BuildInfo NOTHING_KNOWN = new BuildInfo("unknown", "unknown");

  @Test
  void versionAndCommitAreRead() {
    assertThat(read("# a comment\nversion=1.2.3\ncommit = 0a1b2c3 \n"))
        .isEqualTo(new BuildInfo("1.2.3", "0a1b2c3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "version=\ncommit=\n",
        "version=${project.version}\ncommit=${git.commit.id.abbrev}\n",
        "version=\\u00zz\ncommit=1\n"
      })
  void whatTheBuildDidNotFillInIsUnknown(String text) {
    assertThat(read(text)).isEqualTo(NOTHING_KNOWN);
  }

  @Test
  void aVersionWithoutACommitIsKept() {
    assertThat(read("version=0.1.0\ncommit=${git.commit.id.abbrev}\n"))
        .isEqualTo(new BuildInfo("0.1.0", "unknown"));
  }

  @Test
  void aMissingOrUnreadableResourceIsNoFailure() {
    assertThat(BuildInfo.read(Optional.empty())).isEqualTo(NOTHING_KNOWN);
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("broken");
          }
        };
    assertThat(BuildInfo.read(Optional.of(broken))).isEqualTo(NOTHING_KNOWN);
  }

  @Test
  void theRunningBuildIsAReleaseOrUnknownNeverATemplate() {
    assertThat(BuildInfo.current().version()).matches("unknown|[0-9]+\\.[0-9]+.*");
    assertThat(BuildInfo.current().commit()).matches("unknown|[0-9a-f]{7,40}(-dirty)?");
  }

  private static BuildInfo read(String text) {
    return BuildInfo.read(
        Optional.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
  }
}
