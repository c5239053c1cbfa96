package org.mitchell.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mitchell.data.FileServer.Reply;
import org.mitchell.data.FileServer.Request;
import org.mitchell.jobs.Progress;

/** Standard brains from a server that the test is itself. */
class TemplateTest {
  private static final int SIZE = 50_000;

  @TempDir private Path folder;
  private FileServer server;
  private final byte[] head = bytes(1);
  private final byte[] brain = bytes(2);
  private Template template;

  @BeforeEach
  void start() throws Exception {
    server = new FileServer();
    template =
        new Template(
            "Made",
            "free",
            "tpl-Made",
            List.of(
                PublicFile.published("head.nii.gz", FirstBytes.GZIP, SIZE, md5(head)),
                PublicFile.published("brain.nii.gz", FirstBytes.GZIP, SIZE, md5(brain))));
    server.answering(request -> Reply.file(file(request), DownloadScene.VERSION_A));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void allFilesComeWithTheirSumsIntoAFolderOfTheTemplate() throws Exception {
    assertThat(template.isIn(folder)).isFalse();
    List<Downloaded> files = get();
    assertThat(files).extracting(Downloaded::bytes).containsExactly((long) SIZE, (long) SIZE);
    assertThat(files.get(1).path()).isEqualTo(folder.resolve("templates/tpl-Made/brain.nii.gz"));
    assertThat(Files.readAllBytes(files.get(1).path())).isEqualTo(brain);
    assertThat(Files.readString(folder.resolve("templates/tpl-Made/head.nii.gz.sha256")))
        .isEqualTo(DownloadScene.sha256(head) + "  head.nii.gz\n");
    assertThat(template.isIn(folder)).isTrue();
    assertThat(server.requests())
        .extracting(Request::target)
        .containsExactly(
            server.address().resolve("tpl-Made/head.nii.gz").getPath(),
            server.address().resolve("tpl-Made/brain.nii.gz").getPath());
  }

  @Test
  void whatIsHereIsNotFetchedAgain() throws IOException {
    get();
    server.requests().clear();
    assertThat(get()).allMatch(Downloaded::alreadyThere);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFileThatIsNotThePublishedOneIsRefusedAndNothingOfItIsKept() throws Exception {
    byte[] other = bytes(3);
    server.answering(request -> Reply.file(other, DownloadScene.VERSION_A));
    assertThatThrownBy(this::get)
        .isInstanceOf(DownloadException.class)
        .hasMessageContaining(
            "got 50,000 bytes with MD5 "
                + md5(other)
                + " where TemplateFlow publishes 50,000 bytes with MD5 "
                + md5(head));
    assertThat(names()).isEmpty();
  }

  @Test
  void aFileThatIsHereIsComparedWithThePublishedOneToo() throws Exception {
    Path cut = Files.createDirectories(template.in(folder)).resolve("head.nii.gz");
    Files.write(cut, Arrays.copyOf(head, SIZE - 1));
    assertThatThrownBy(this::get)
        .hasMessageContaining(
            "head.nii.gz: this is not the file that TemplateFlow publishes, of 50,000 bytes with"
                + " MD5 "
                + md5(head));
    assertThat(server.requests()).isEmpty();
    Files.write(cut, head);
    assertThat(get()).extracting(Downloaded::alreadyThere).containsExactly(true, false);
  }

  @Test
  void aPageOfErrorsIsNoTemplate() {
    server.answering(
        request -> Reply.file("<html>not here</html>".getBytes(), DownloadScene.VERSION_A));
    assertThatThrownBy(this::get)
        .hasMessageContaining("the server sent a web page (HTML) where a gzip file is expected");
  }

  @Test
  void aFileThatDoesNotEndIsNotWrittenToTheDisk() throws IOException {
    byte[] endless = Arrays.copyOf(head, 4 * SIZE);
    server.answering(request -> Reply.file(endless, DownloadScene.VERSION_A));
    assertThatThrownBy(this::get).hasMessageContaining("and the file has 50,000");
    assertThat(names()).isEmpty();
  }

  @Test
  void aDownloadThatBrokeGoesOnWhereItWas() throws IOException {
    server.answering(
        request -> {
          int start = DownloadScene.start(request);
          byte[] file = file(request);
          return start > 0
              ? Reply.rest(file, start, DownloadScene.VERSION_A)
              : Reply.file(file, DownloadScene.VERSION_A).breakingAfter(SIZE / 2);
        });
    List<Downloaded> files = get();
    assertThat(files).allMatch(Downloaded::resumed);
    assertThat(Files.readAllBytes(files.get(0).path())).isEqualTo(head);
  }

  /** The axes that run downwards are those of FSL's and SPM's images. */
  @ParameterizedTest
  @CsvSource({
    "91, 109, 91, -2, 90, -126, -72, MNI152NLin6Asym",
    "91, 109, 91, 2, -90, -126, -72, MNI152NLin6Asym",
    "193, 229, 193, 1, -96, -132, -78, MNI152NLin2009cAsym",
    "97, 115, 97, -2, 96, -132, -78, MNI152NLin2009cAsym",
    "97, 115, 97, 2, -95, -132, -78, none",
    "91, 109, 92, 2, -90, -126, -72, none",
    "91, 109, 91, 2.1, -90, -126, -72, none"
  })
  void aGridTellsItsTemplateWhicheverWayItsFirstAxisRuns(
      int i, int j, int k, double step, double x, double y, double z, String name) {
    double size = Math.abs(step);
    double[][] affine = {{step, 0, 0, x}, {0, size, 0, y}, {0, 0, size, z}, {0, 0, 0, 1}};
    assertThat(Template.ofGrid(new int[] {i, j, k}, affine).map(Template::name).orElse("none"))
        .isEqualTo(name);
  }

  @Test
  void surfacesAreLeftThenRight() {
    Template fsaverage = Template.named("fsaverage5").orElseThrow();
    assertThat(fsaverage.surfaces(folder, "sulc"))
        .extracting(path -> path.getFileName().toString())
        .containsExactly(
            "tpl-fsaverage_hemi-L_den-10k_sulc.shape.gii",
            "tpl-fsaverage_hemi-R_den-10k_sulc.shape.gii");
    assertThat(fsaverage.ofSurfaces()).isTrue();
  }

  private List<Downloaded> get() throws IOException {
    return Download.of(server.address())
        .with(new Patience(3, Duration.ofSeconds(60), Duration.ofSeconds(60), failures -> {}))
        .get(template, folder, Progress.NONE);
  }

  private byte[] file(Request request) {
    return request.target().endsWith("head.nii.gz") ? head : brain;
  }

  /** What is in the folder of the template beside locks. */
  private List<String> names() throws IOException {
    try (var files = Files.list(template.in(folder))) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.contains(".nii"))
          .filter(name -> !name.endsWith(".lock"))
          .toList();
    }
  }

  private static byte[] bytes(int seed) {
    byte[] bytes = new byte[SIZE];
    new Random(seed).nextBytes(bytes);
    bytes[0] = 0x1f;
    bytes[1] = (byte) 0x8b;
    return bytes;
  }

  private static String md5(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }
}
