package org.mitchell.cli.maps;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Browser;
import org.mitchell.cli.Ran;
import org.mitchell.cli.RunningView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code view} of a participant whose images are on surfaces, and of one whose mesh is not known.
 */
class ViewOfSurfacesTest {
  private static final Path STUDY = StudyOnSurfaces.FILES;
  private static final String MESHES =
      STUDY.resolve("hemi-L_midthickness.surf.gii")
          + ","
          + STUDY.resolve("hemi-R_midthickness.surf.gii");

  @TempDir private static Path folder;
  private static RunningView view;

  @BeforeAll
  static void start() throws IOException {
    var study = new StudyOnSurfaces(folder);
    study.fitCifti("02", "fits");
    study.fitGifti("03", "03", "fits", "L", "R");
    Path fits = folder.resolve("fits");
    Ran.mitchell("map", "--subject", "02", "--model", fits, "--out", fits, "--mesh", MESHES)
        .succeeds();
    view = RunningView.start("--model", fits);
  }

  @AfterAll
  static void stop() {
    if (view != null) {
      view.close();
    }
  }

  @Test
  void onlyWhoseMeshIsKnownIsShown() throws Exception {
    JsonNode fits = json(view.get("state")).path("fits");
    assertThat(fits.size()).isEqualTo(1);
    assertThat(fits.path(0).path("subject").asString()).isEqualTo("02");
    assertThat(fits.path(0).path("surface").asBoolean()).isTrue();
    assertThat(new String(view.get("").body(), StandardCharsets.UTF_8)).contains("surface.js");
  }

  @Test
  void aWordIsPredictedByTheModelWithoutIt() throws Exception {
    JsonNode word = json(view.post("word", "{\"fit\":0,\"word\":\"cat\"}"));
    assertThat(word.path("predictedBy").asString()).contains("without the word");
    assertThat(word.path("strongest").asString())
        .matches("(cortex (left|right) \\d+|thalamus left)");
  }

  @Test
  void everyWordHasAPictureOfItsOwn() throws Exception {
    byte[] cat = picture("\"word\":\"cat\"").body();
    assertThat(picture("\"word\":\"cat\"").body()).isEqualTo(cat);
    assertThat(picture("\"word\":\"dog\"").body()).isNotEqualTo(cat);
    assertThat(picture("\"word\":\"cat\",\"of\":\"observed\"").body()).isNotEqualTo(cat);
    assertThat(picture("\"vector\":[1,0,0,0]").statusCode()).isEqualTo(200);
  }

  @Test
  void aPhoneGetsANarrowPicture() throws Exception {
    BufferedImage narrow = image(picture("\"word\":\"cat\",\"narrow\":true"));
    BufferedImage wide = image(picture("\"word\":\"cat\""));
    assertThat(narrow.getWidth()).isLessThan(wide.getWidth());
    assertThat(narrow.getHeight()).isGreaterThan(wide.getHeight());
  }

  @Test
  @Tag("external")
  void thePictureOfAWordGoesWithIt() throws Exception {
    try (var browser = Browser.start()) {
      Page page = browser.page(1280, 900, ColorScheme.LIGHT, view.url());
      page.navigate(view.url());
      page.waitForSelector("html[data-view=ready]");
      page.locator("#word").fill("cat");
      page.waitForSelector("html[data-word='cat']");
      assertThat(page.locator("#predicted-picture").isVisible()).isTrue();
      page.locator("#word").fill("<b>unheard");
      page.waitForCondition(() -> page.locator("#predicted-picture").isHidden());
      assertThat(page.locator("#hint").textContent()).contains("<b>unheard");
      assertThat(page.locator("#observed-picture").isHidden()).isTrue();
      assertThat(page.locator("#near li").count()).isZero();
      page.locator("#side").selectOption("dorsal");
      page.waitForCondition(() -> !page.locator("#hint").textContent().isEmpty());
      assertThat(page.locator("#predicted-picture").isHidden()).isTrue();
      browser.hadNothingToComplainOf();
    }
  }

  @Test
  void whatThereIsNotIsRefused() throws Exception {
    assertThat(picture("\"word\":\"unheard\"").statusCode()).isEqualTo(204);
    assertThat(picture("\"word\":\"cat\",\"views\":[\"behind\"]").statusCode()).isEqualTo(400);
    assertThat(picture("\"word\":\"cat\",\"share\":1").statusCode()).isEqualTo(400);
    assertThat(picture("\"word\":\"cat\",\"share\":\"x\"").statusCode()).isEqualTo(400);
    HttpResponse<byte[]> voxel = view.post("voxel", "{\"fit\":0,\"ijk\":[1,1,1]}");
    assertThat(voxel.statusCode()).isEqualTo(422);
    assertThat(new String(voxel.body(), StandardCharsets.UTF_8)).contains("02 is on surfaces");
  }

  @Test
  void whereNoMeshIsKnownItIsSaid() {
    assertThat(
            Ran.mitchell(
                    "view", "--subject", "03", "--model", folder.resolve("fits"), "--no-browser")
                .failsWith(1)
                .err())
        .contains(
            "03 is left out: it is on surfaces, and no mesh is known (view --mesh LEFT,RIGHT");
    assertThat(
            Ran.mitchell(
                    "view",
                    "--subject",
                    "03",
                    "--model",
                    folder.resolve("fits"),
                    "--mesh",
                    MESHES,
                    "--no-browser")
                .failsWith(1)
                .err())
        .contains("162 vertices where the map has 42 of the left hemisphere");
  }

  private static HttpResponse<byte[]> picture(String question) throws Exception {
    return view.post("picture", "{\"fit\":0," + question + "}");
  }

  private static BufferedImage image(HttpResponse<byte[]> answer) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(answer.body()));
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
