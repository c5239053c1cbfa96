package org.mitchell.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Within;
import org.mitchell.fmri.Responses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One study in every form of files, written by nibabel and h5py: testdata/images/make_images.py.
 */
class ImageFormsTest {
  private static final Path FOLDER = Path.of("testdata/images");
  private static final Path CIFTI = FOLDER.resolve("sub-01_space-toy_betas.dscalar.nii");
  private static final Path LEFT = FOLDER.resolve("sub-01_hemi-L_space-toy_betas.func.gii");
  private static final Path RIGHT = FOLDER.resolve("sub-01_hemi-R_space-toy_betas.func.gii");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "betas.nii.gz",
        "betas_5d.nii.gz",
        "betas_nifti2.nii.gz",
        "betas_int16.nii.gz",
        "betas_big_endian.nii.gz",
        "sub-01_space-toy_betas.dscalar.nii",
        "sub-01_space-toy_betas.dtseries.nii"
      })
  void everyFormHasTheSameTrials(String name) throws IOException {
    requireTrials(read(Optional.empty(), FOLDER.resolve(name)));
  }

  @Test
  void volumesOfManyFilesAreOneAfterTheOther() throws IOException {
    requireTrials(
        read(
            Optional.empty(),
            IntStream.rangeClosed(1, 24)
                .mapToObj(t -> FOLDER.resolve("volumes/trial-" + t + ".nii.gz"))
                .toArray(Path[]::new)));
  }

  @Test
  void twoHemispheresAreOneImage() throws IOException {
    Responses responses = read(Optional.empty(), LEFT, RIGHT);
    requireTrials(responses);
    var places = (Grayordinates) responses.places().orElseThrow();
    assertThat(places.models().inWords())
        .isEqualTo("32 vertices of cortex left, 28 vertices of cortex right");
    assertThat(places.space().label()).isEqualTo("toy");
    assertThat(responses.grid()).isEmpty();
  }

  @Test
  void oneHemisphereIsTakenAlone() throws IOException {
    assertThat(read(Optional.empty(), RIGHT).voxels()).isEqualTo(28);
  }

  @Test
  void aMaskOfGrayordinatesSaysWhichAreUsed() throws IOException {
    Responses responses = read(Optional.of(FOLDER.resolve("mask.dscalar.nii")), CIFTI);
    float[] all = values(read(Optional.empty(), CIFTI), 0, 0);
    float[] used = values(responses, 0, 0);
    assertThat(used).hasSize(40);
    for (int v = 0; v < 40; v++) {
      assertThat(used[v]).isEqualTo(all[v / 2 * 3 + v % 2 + 1]);
    }
  }

  @Test
  void grayordinatesKeepTheirPlaces() throws IOException {
    var places = (Grayordinates) read(Optional.empty(), CIFTI).places().orElseThrow();
    assertThat(places.models().inWords())
        .isEqualTo(
            "25 vertices of cortex left, 25 vertices of cortex right, 10 voxels of thalamus left");
    assertThat(places.models().models().get(0).vertices()).isEqualTo(40);
    assertThat(places.models().volume().orElseThrow().affine()[0]).containsExactly(-3, 0, 0, 10);
  }

  @Test
  void aHemisphereWithFewerMapsIsRefused() throws IOException {
    assertThatThrownBy(() -> read(Optional.empty(), LEFT, LEFT, RIGHT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(RIGHT + ": 24 maps where the left hemisphere has 48");
  }

  @Test
  void formsAreNotMixed() {
    assertThatThrownBy(() -> read(Optional.empty(), LEFT, CIFTI))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Images of one form are expected");
  }

  @Test
  void aMaskOfAnotherFormIsRefused() {
    assertThatThrownBy(() -> read(Optional.of(FOLDER.resolve("mask.nii.gz")), CIFTI))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CIFTI (.dscalar.nii) is expected");
    assertThatThrownBy(() -> read(Optional.of(CIFTI), FOLDER.resolve("betas.nii.gz")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CIFTI");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 400, 600, 3000, 6000})
  void aCiftiFileThatIsCutShortIsRefused(int bytes) throws IOException {
    Path cut = folder.resolve("cut.dscalar.nii");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(CIFTI), bytes));
    assertThatThrownBy(() -> read(Optional.empty(), cut))
        .matches(e -> e instanceof InputException || e instanceof IOException)
        .hasMessageContaining("cut.dscalar.nii")
        .hasMessageNotContaining("xception");
  }

  @ParameterizedTest
  @CsvSource({
    "SurfaceNumberOfVertices=\"40, SurfaceNumberOfVertices=\"20, has a vertex beyond the 20 of its"
        + " surface",
    "CIFTI Version=\"2, CIFTI Version=\"1, CIFTI version 1",
    "VolumeDimensions=\"3, VolumeDimensions=\"1, has a voxel outside the volume",
    "IndexCount=\"25, IndexCount=\"24, 25 numbers of places where 24 grayordinates are declared",
    "CIFTI_MODEL_TYPE_VOXELS, CIFTI_MODEL_TYPE_VOXALS, ModelType 'CIFTI_MODEL_TYPE_VOXALS' where",
    "</Matrix>, </Motrix>, its XML is broken"
  })
  void whatTheXmlSaysIsHeldAgainstTheMatrix(String from, String to, String message)
      throws IOException {
    String text = Files.readString(CIFTI, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    Path changed = folder.resolve("changed.dscalar.nii");
    Files.writeString(changed, text.replaceFirst(from, to), StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> read(Optional.empty(), changed))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("changed.dscalar.nii: CIFTI: ")
        .hasMessageContaining(message);
  }

  private static Responses read(Optional<Path> mask, Path... files) throws IOException {
    var options =
        new ImageOptions(
            List.of(files),
            FOLDER.resolve("labels.tsv"),
            mask,
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.of(Within.NONE),
            Within.NONE,
            Optional.empty());
    return LabelledImages.read("01", options, Optional.empty());
  }

  private static float[] values(Responses responses, int word, int presentation) {
    return responses.trial(word, presentation);
  }

  /** That the trials are those that numpy has put into the files. */
  private static void requireTrials(Responses responses) throws IOException {
    JsonNode expected = JsonMapper.shared().readTree(FOLDER.resolve("expected.json").toFile());
    var seen = new TreeMap<String, Integer>();
    for (int t = 0; t < 24; t++) {
      String word = expected.get("words").get(t).asString();
      int presentation = seen.merge(word, 1, Integer::sum) - 1;
      double[] values =
          Stream.of(expected.get("values").get(t))
              .flatMapToDouble(
                  row -> IntStream.range(0, row.size()).mapToDouble(v -> row.get(v).asDouble()))
              .toArray();
      float[] read = responses.trial(responses.words().indexOf(word), presentation);
      assertThat(read).hasSize(60);
      for (int v = 0; v < 60; v++) {
        assertThat((double) read[v])
            .as("%s %d, value %d", word, presentation, v)
            .isEqualTo(values[v]);
      }
    }
  }
}
