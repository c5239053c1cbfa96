package org.mitchell.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CI has nothing else of a find than what is printed. */
class FindingsTest {
  private static final byte[] BYTES = {0, 127, -128, -1, '\n', 'a'};

  @TempDir private Path folder;

  @Test
  void aFindIsPrintedWithItsReaderPlaceAndBytes() throws IOException {
    var findings = new Findings(folder.resolve("findings"));
    findings.add(Reader.ANNOTATION, BYTES, fault());
    String[] lines = printed(findings).split("\\R");
    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .startsWith("found: ANNOTATION IllegalStateException org.mitchell.fuzz.FindingsTest:");
    assertThat(lines[1])
        .matches("6 bytes, to be tried again as testdata/fuzz/found/ANNOTATION-[0-9a-f]{8}:");
    assertThat(lines[2]).isEqualTo("007f80ff0a61");
    String file = lines[1].replaceAll(".*/|:", "");
    assertThat(folder.resolve("findings").resolve(file)).hasBinaryContent(BYTES);
  }

  @Test
  void aSecondFindOfAKindIsLeftOut() throws IOException {
    var findings = new Findings(folder);
    for (byte more = 0; more < 3; more++) {
      findings.add(Reader.ANNOTATION, new byte[] {more}, fault());
    }
    findings.add(Reader.CIFTI, BYTES, fault());
    assertThat(findings.kinds()).isEqualTo(2);
    assertThat(printed(findings)).containsOnlyOnce("found: ANNOTATION").contains("\n00\n");
  }

  private static AssertionError fault() {
    return new AssertionError("ANNOTATION: broken", new IllegalStateException("broken"));
  }

  private static String printed(Findings findings) {
    var out = new ByteArrayOutputStream();
    findings.print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
