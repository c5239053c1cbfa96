package org.mitchell.cli.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Programs;
import org.mitchell.cli.SmallBrains;

/** The file of a report as a whole: what it loads and runs, and that it is the same every time. */
class ReportFileTest {
  private static @TempDir Path folder;
  private static Path fits;

  @BeforeAll
  static void fit() {
    var brains = new SmallBrains(folder);
    brains.simulate("sim1", .25);
    fits = brains.fit("sim1");
  }

  @Test
  void nothingIsLoadedFromElsewhere() throws IOException {
    Document report = report();
    assertThat(
            report
                .select("[src], link, iframe, object, embed, base")
                .not("img:not([src]), img[src^=data:]"))
        .isEmpty();
    assertThat(report.select("style").html()).doesNotContain("url(").doesNotContain("@import");
    assertThat(report.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
    assertThat(policy(report, "script-src")).doesNotContain("'unsafe-inline'", "'unsafe-eval'");
  }

  private static List<String> policy(Document report, String directive) {
    String content = report.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    return Arrays.stream(content.split("; *"))
        .map(part -> List.of(part.split(" ")))
        .filter(part -> part.get(0).equals(directive))
        .findFirst()
        .orElseThrow();
  }

  /** The policy names each script by its hash, so that no other runs. */
  @Test
  void theScriptsThatRunAreThoseOfTheReport() throws Exception {
    Document report = report();
    var hashes = new ArrayList<String>(List.of("script-src"));
    for (Element script : report.select("script:not([type])")) {
      byte[] sum =
          MessageDigest.getInstance("SHA-256")
              .digest(script.data().getBytes(StandardCharsets.UTF_8));
      hashes.add("'sha256-" + Base64.getEncoder().encodeToString(sum) + "'");
    }
    assertThat(policy(report, "script-src"))
        .containsExactlyElementsOf(hashes.size() == 1 ? List.of("script-src", "'none'") : hashes);
  }

  /** Java has a new order for its unordered maps and sets in every process. */
  @Test
  void theSameFilesGiveTheSameBytesInEveryProcess() throws Exception {
    report();
    Path out = folder.resolve("report.html");
    byte[] first = Files.readAllBytes(out);
    for (int process = 0; process < 3; process++) {
      Programs.java(Programs.thisJava(), List.of(), "report", "--model", fits, "--out", out)
          .succeeds();
      assertThat(out).hasBinaryContent(first);
    }
  }

  private static Document report() throws IOException {
    return ReportOf.fits(fits, folder);
  }
}
