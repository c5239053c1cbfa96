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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;
import org.mitchell.files.InputException;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Brain;
import org.mitchell.fmri.ImageOptions.Labels;
import org.mitchell.fmri.ImageOptions.Parcels;
import org.mitchell.fmri.ImageOptions.Within;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Space;
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

  private static final Path NIFTI = FOLDER.resolve("betas.nii.gz");
  private static final Path MASK = FOLDER.resolve("mask.nii.gz");
  private static final Path HDF5 = FOLDER.resolve("TYPED_FITHRF_GLMDENOISE_RR.hdf5");
  private static final Labels LABELS = Labels.of(FOLDER.resolve("labels.tsv"));
  private static final Labels NONE =
      new Labels(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

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
  void aPatternGivesItsFilesInTheirNaturalOrder() throws IOException {
    assertThat(ImageFiles.named(List.of(FOLDER.resolve("volumes/trial-*.nii.gz"))).images())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 24)
                .mapToObj(t -> FOLDER.resolve("volumes/trial-" + t + ".nii.gz"))
                .toList());
    requireTrials(read(Optional.empty(), FOLDER.resolve("volumes/trial-*.nii.gz")));
    assertThatThrownBy(() -> ImageFiles.named(List.of(FOLDER.resolve("none-*.nii"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no file has a name of this pattern");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TYPED_FITHRF_GLMDENOISE_RR.hdf5", "TYPED_FITHRF_GLMDENOISE_RR.mat"})
  void glmSinglesArrayLiesWhereTheMaskDoes(String name) throws IOException {
    Responses responses = read(Optional.of(MASK), FOLDER.resolve(name));
    requireTrials(responses);
    assertThat(responses.grid().orElseThrow().mm(0)).containsExactly(10, -20, 5);
    assertThat(responses.notes())
        .anyMatch(note -> note.contains("has no affine: its voxels are taken to lie as those of"));
  }

  @Test
  void glmSinglesArrayLiesWhereItIsSaidTo() throws IOException {
    var placement = new GridPlacement(Affine.CMU, Space.MNI, Optional.empty());
    Responses responses = read(LABELS, Brain.WHOLE, Optional.of(placement), HDF5);
    requireTrials(responses);
    assertThat(responses.grid().orElseThrow().mm(0)).containsExactly(78.125, -112.5, -48);
    assertThat(responses.grid().orElseThrow().space().xformCode()).isEqualTo(4);
  }

  @Test
  void glmSinglesArrayWithoutAPlaceIsRefused() {
    assertThatThrownBy(() -> read(Optional.empty(), HDF5))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("this form has no affine")
        .hasMessageContaining("Give a mask on the same grid");
    assertThatThrownBy(() -> read(Optional.of(FOLDER.resolve("atlas_fine.nii.gz")), HDF5))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("3 x 4 x 5 voxels where")
        .hasMessageContaining("has 8 x 9 x 11");
  }

  @Test
  void anHdf5FileOfAnotherContentIsRefused() {
    assertThatThrownBy(() -> read(Optional.of(MASK), Path.of("testdata/fmri/v73-matrix.mat")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("neither betasmd nor modelmd is in it");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 500, 2000, 5000})
  void anHdf5FileThatIsCutShortIsRefused(int bytes) throws IOException {
    Path cut = folder.resolve("cut.hdf5");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(HDF5), bytes));
    assertThatThrownBy(() -> read(Optional.of(MASK), cut))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cut.hdf5: damaged or cut short")
        .hasMessageNotContaining("xception");
  }

  @Test
  void aPickledArrayIsRefusedWithTheLineThatConvertsIt() {
    assertThatThrownBy(
            () -> read(Optional.of(MASK), FOLDER.resolve("TYPED_FITHRF_GLMDENOISE_RR.npy")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a pickled object. Convert it: python3 -c \"import numpy as np")
        .hasMessageContaining("allow_pickle=True");
  }

  @Test
  @Tag("external")
  void thatLineConvertsIt() throws Exception {
    Path file =
        Files.copy(FOLDER.resolve("TYPED_FITHRF_GLMDENOISE_RR.npy"), folder.resolve("b.npy"));
    Files.copy(MASK, folder.resolve("MASK.nii.gz"));
    String message = "";
    try {
      read(Optional.of(MASK), file);
    } catch (InputException e) {
      message = e.getMessage();
    }
    String line = message.substring(message.indexOf('"') + 1, message.lastIndexOf('"'));
    Ran ran = Programs.python(folder, "-c", line);
    assertThat(ran.status()).as(ran.err()).isZero();
    requireTrials(read(Optional.empty(), folder.resolve("betas.nii.gz")));
  }

  @Test
  void anSpmFolderHasImagesAndWords() throws IOException {
    Responses responses = read(NONE, Brain.WHOLE, FOLDER.resolve("spm"));
    requireTrials(responses);
    assertThat(responses.notes())
        .contains(
            "8 images left out, no condition: Sn(1) R1, Sn(1) R2, Sn(1) antxage^1*bf(1), Sn(2) R1,"
                + " Sn(2) R2, Sn(2) antxage^1*bf(1), Sn(1) constant, Sn(2) constant");
  }

  @Test
  void anAnalysisThatMatlabSavedAsHdf5IsTheSame() throws IOException {
    Path analysis = Files.copy(FOLDER.resolve("spm/SPM-v73.mat"), folder.resolve("SPM.mat"));
    for (Path image : ImageFiles.named(List.of(FOLDER.resolve("spm"))).images()) {
      Files.copy(image, folder.resolve(image.getFileName()));
    }
    requireTrials(read(NONE, Brain.WHOLE, analysis));
  }

  @Test
  void anImageThatIsNotBesideSpmsFileIsNamed() throws IOException {
    Path copy = Files.copy(FOLDER.resolve("spm/SPM.mat"), folder.resolve("SPM.mat"));
    assertThatThrownBy(() -> ImageFiles.named(List.of(copy)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("SPM.mat: the image beta_0001.nii is not beside it");
  }

  @Test
  void aFolderWithoutAnAnalysisIsRefused() {
    assertThatThrownBy(() -> ImageFiles.named(List.of(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a folder without SPM.mat");
  }

  @Test
  void aMatlabFileThatIsNoAnalysisIsRefused() throws IOException {
    Path other =
        Files.copy(Path.of("testdata/analysis/data-science-T1.mat"), folder.resolve("SPM.mat"));
    assertThatThrownBy(() -> ImageFiles.named(List.of(other)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("SPM is not there where a struct is expected");
  }

  @Test
  void afnisLabelsAreTakenWhereThereAreNoOthers() throws IOException {
    Responses responses = read(NONE, Brain.WHOLE, FOLDER.resolve("bucket_afni.nii.gz"));
    requireTrials(responses);
    assertThat(responses.notes())
        .anyMatch(note -> note.startsWith("24 images left out, a statistic, no image: "));
  }

  @ParameterizedTest
  @CsvSource({
    "spm, '\\) (\\w+)\\*'",
    "spm, '^(\\w+)$'",
    "bucket_afni.nii.gz, '^(\\w+)#'",
    "bucket_afni.nii.gz, '^(\\w+)$'"
  })
  void anExpressionIsOfTheStimulusOrOfTheWholeLabel(String images, String expression)
      throws IOException {
    var labels =
        new Labels(Optional.empty(), Optional.empty(), Optional.of(expression), Optional.empty());
    requireTrials(read(labels, Brain.WHOLE, FOLDER.resolve(images)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spm", "bucket_afni.nii.gz"})
  void aColumnOfLabelsThatAreNoTableIsRefused(String images) {
    var labels =
        new Labels(Optional.empty(), Optional.of("item"), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> read(labels, Brain.WHOLE, FOLDER.resolve(images)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no column 'item': these labels are no table");
  }

  @Test
  void imagesOfWhichNobodySaysWhatWasShownAreRefused() {
    assertThatThrownBy(() -> read(NONE, Brain.WHOLE, NIFTI))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing says what was shown in it. Give a table of labels");
  }

  @Test
  void stimuliAreRenamed() throws IOException {
    var labels =
        new Labels(
            Optional.of(FOLDER.resolve("labels_files.tsv")),
            Optional.empty(),
            Optional.empty(),
            Optional.of(FOLDER.resolve("names.tsv")));
    requireTrials(read(labels, Brain.WHOLE, NIFTI));
  }

  @Test
  void aParcelIsTheMeanOfItsVoxels() throws IOException {
    var brain =
        new Brain(
            Optional.empty(),
            Optional.of(new Parcels(FOLDER.resolve("atlas.nii.gz"), Parcels.Mode.MEAN)),
            false);
    Responses parcels = read(LABELS, brain, NIFTI);
    float[] voxels = read(Optional.empty(), NIFTI).trial(0, 1);
    assertThat(parcels.voxels()).isEqualTo(3);
    // Voxel v, counted i fastest, has the label v mod 4.
    for (int label = 1; label <= 3; label++) {
      double sum = 0;
      for (int v = label; v < 60; v += 4) {
        sum += voxels[v];
      }
      assertThat(parcels.trial(0, 1)[label - 1]).isEqualTo((float) (sum / 15));
    }
  }

  @Test
  void anAtlasOfAnotherGridIsLookedUpIfAskedFor() throws IOException {
    Parcels own = new Parcels(FOLDER.resolve("atlas.nii.gz"), Parcels.Mode.VOXELS);
    Parcels fine = new Parcels(FOLDER.resolve("atlas_fine.nii.gz"), Parcels.Mode.VOXELS);
    Responses expected = read(LABELS, new Brain(Optional.empty(), Optional.of(own), false), NIFTI);
    Responses found = read(LABELS, new Brain(Optional.empty(), Optional.of(fine), true), NIFTI);
    assertThat(found.trial(3, 1)).containsExactly(expected.trial(3, 1)).hasSize(45);
    assertThat(found.notes()).anyMatch(note -> note.contains("looked up at the nearest voxel"));
    assertThatThrownBy(
            () -> read(LABELS, new Brain(Optional.empty(), Optional.of(fine), false), NIFTI))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[8, 9, 11] voxels where")
        .hasMessageContaining("nearest");
  }

  /** Some programs leave the intent out; the XML says what the file is. */
  @Test
  void grayordinatesAreKnownWithoutTheIntent() throws IOException {
    byte[] bytes = Files.readAllBytes(CIFTI);
    Arrays.fill(bytes, 504, 508, (byte) 0); // intent_code of NIfTI-2
    requireTrials(read(Optional.empty(), Files.write(folder.resolve("x.dscalar.nii"), bytes)));
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
    Path again = Files.copy(LEFT, folder.resolve(LEFT.getFileName()));
    assertThatThrownBy(() -> read(Optional.empty(), LEFT, again, RIGHT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(RIGHT + ": 24 maps where the left hemisphere has 48");
  }

  @Test
  void aFileThatIsNamedTwiceIsRefused() {
    assertThatThrownBy(() -> read(Optional.empty(), LEFT, LEFT, RIGHT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(LEFT + ": named twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"atlas.dlabel.nii", "atlas_hemi-L.label.gii"})
  void labelsOfRegionsAreNoImages(String name) {
    assertThatThrownBy(() -> read(Optional.empty(), FOLDER.resolve(name)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(name + ": labels of regions where images of trials are expected");
  }

  @Test
  void labelsOfRegionsAreAnAtlas() throws IOException {
    Parcels atlas = new Parcels(FOLDER.resolve("atlas.dlabel.nii"), Parcels.Mode.MEAN);
    Brain brain = new Brain(Optional.empty(), Optional.of(atlas), false);
    assertThat(read(LABELS, brain, CIFTI).voxels()).isEqualTo(3);
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
    return read(LABELS, mask.map(Brain::of).orElse(Brain.WHOLE), files);
  }

  private static Responses read(Labels labels, Brain brain, Path... files) throws IOException {
    return read(labels, brain, Optional.empty(), files);
  }

  private static Responses read(
      Labels labels, Brain brain, Optional<GridPlacement> placement, Path... files)
      throws IOException {
    ImageFiles named = ImageFiles.named(List.of(files));
    var options =
        new ImageOptions(
            named.images(),
            new Labels(
                labels.table().or(named::labels),
                labels.column(),
                labels.expression(),
                labels.words()),
            brain,
            1,
            Optional.of(Within.NONE),
            Within.NONE,
            Optional.empty());
    return LabelledImages.read("01", options, Optional.empty(), placement);
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
