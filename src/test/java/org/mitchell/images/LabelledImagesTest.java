package org.mitchell.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.files.InputException;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Brain;
import org.mitchell.fmri.ImageOptions.Labels;
import org.mitchell.fmri.ImageOptions.Within;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.Stimulus;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;

class LabelledImagesTest {
  private static final double[][] AFFINE = {
    {-3, 0, 0, 10}, {0, 3, 0, -20}, {0, 0, 4, 5}, {0, 0, 0, 1}
  };

  private static final Normalisation AS_IT_IS = new Normalisation(Within.NONE, Within.NONE);

  @TempDir private Path folder;
  private Path images;

  /** Four volumes of 2 x 2 x 1 voxels; voxel 3 is constant, voxel 2 is once NaN. */
  @BeforeEach
  void write() throws IOException {
    images =
        nifti(
            "betas.nii.gz",
            new int[] {2, 2, 1, 4},
            1,
            10,
            5,
            7,
            2,
            30,
            6,
            7,
            3,
            20,
            Float.NaN,
            7,
            4,
            40,
            8,
            7);
  }

  @Test
  void aRowIsAVolumeAndRepeatedWordsArePresentations() throws IOException {
    Responses read = read("word\trun\ncat\t1\ndog\t1\ndog\t2\ncat\t2\n");
    assertThat(read.words()).containsExactly("cat", "dog");
    assertThat(read.trial(0, 0)).containsExactly(1, 10);
    assertThat(read.trial(0, 1)).containsExactly(4, 40);
    assertThat(read.trial(1, 0)).containsExactly(2, 30);
  }

  @Test
  void withoutAMaskVoxelsThatVaryAreUsedWhichIsSaid() throws IOException {
    Responses read = read("word\ncat\ndog\ndog\ncat\n");
    assertThat(read.voxels()).isEqualTo(2);
    assertThat(read.grid().orElseThrow().mm(1)).containsExactly(7, -20, 5);
    assertThat(read.notes()).anyMatch(note -> note.contains("2 of 4 voxels are used"));
  }

  @Test
  void aMaskSaysWhichVoxelsAreUsed() throws IOException {
    Path mask = nifti("mask.nii", new int[] {2, 2, 1}, 0, 1, 0, 1);
    Responses read = source("word\ncat\ndog\ndog\ncat\n", Optional.of(mask), AS_IT_IS, images);
    assertThat(read.trial(1, 1)).containsExactly(20, 7);
  }

  @Test
  void aMaskOnAnotherGridIsRefusedWithBoth() throws IOException {
    double[][] moved = Arrays.stream(AFFINE).map(double[]::clone).toArray(double[][]::new);
    moved[0][3] += 0.01;
    Path mask = folder.resolve("mask.nii");
    write(mask, NiftiHeader.builder(2, 2, 1).sform(moved, 1).build(), 1, 1, 1, 1);
    assertThatThrownBy(() -> source("word\na\nb\nb\na\n", Optional.of(mask), AS_IT_IS, images))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mask.nii: its affine is")
        .hasMessageContaining("betas.nii.gz is")
        .hasMessageContaining("nothing is resampled");
  }

  @Test
  void severalFilesAreCountedThrough() throws IOException {
    Path more = nifti("more.nii", new int[] {2, 2, 1}, 9, 90, 9, 9);
    Responses read = source("word\na\nb\nb\na\nc\n", Optional.empty(), AS_IT_IS, images, more);
    assertThat(read.words()).containsExactly("a", "b", "c");
    assertThat(read.trial(2, 0)).startsWith(9, 90);
  }

  @Test
  void formsThatDisagreeInLaterFilesAreSaidOnce() throws IOException {
    double[][] moved = Arrays.stream(AFFINE).map(double[]::clone).toArray(double[][]::new);
    moved[0][3] += 4;
    Path[] files = {images, folder.resolve("later.nii"), folder.resolve("last.nii")};
    for (int f = 1; f < files.length; f++) {
      write(
          files[f],
          NiftiHeader.builder(2, 2, 1).qform(moved, 1).sform(AFFINE, 1).build(),
          9,
          f,
          9,
          9);
    }
    Responses read = source("word\na\nb\nb\na\nc\nc\n", Optional.empty(), AS_IT_IS, files);
    assertThat(read.notes().stream().filter(note -> note.contains("sform and qform")))
        .singleElement()
        .asString()
        .startsWith(files[1] + " and 1 more: sform and qform place voxels up to 4.0 mm apart");
  }

  @Test
  void anotherNumberOfRowsThanVolumesGivesBoth() {
    assertThatThrownBy(() -> read("word\ncat\ndog\ndog\n"))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "3 rows of labels where " + images + " has 4 volumes: a row a volume is expected");
  }

  @Test
  void volumesThatAreNotIncludedAreLeftOut() throws IOException {
    Responses read = read("trial_type\tinclude\ncat\t1\nrest\t0\ndog\t1\ncat\t1\n");
    assertThat(read.words()).containsExactly("cat", "dog");
    assertThat(read.trial(1, 0)).startsWith(3, 20);
  }

  @Test
  void presentationsAreInTheOrderOfTheirNumbers() throws IOException {
    Responses read = read("word\tpresentation\ncat\t2\ndog\t2\ndog\t1\ncat\t1\n");
    assertThat(read.trial(0, 0)).containsExactly(4, 40);
    assertThat(read.trial(0, 1)).containsExactly(1, 10);
    assertThat(read.trial(1, 0)).containsExactly(3, 20);
  }

  @Test
  void aPresentationThatComesTwiceNamesBothLines() {
    assertThatThrownBy(() -> read("word\tpresentation\ncat\t1\ndog\t1\ndog\t2\ncat\t1\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 5: presentation 1 of 'cat', which line 2 has too");
  }

  @Test
  void aPresentationThatIsNoNumberNamesItsLine() {
    assertThatThrownBy(() -> read("word\tpresentation\ncat\t1\ndog\tfirst\ndog\t2\ncat\t2\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3: presentation is 'first' where a whole number is expected");
  }

  @Test
  void sessionsAreCentredEachForItself() throws IOException {
    Responses read =
        source(
            "word\tsession\na\t1\nb\t1\nb\t2\na\t2\n",
            Optional.empty(),
            new Normalisation(Within.SESSION, Within.NONE),
            images);
    assertThat(read.trial(0, 0)).containsExactly(-0.5f, -10);
    assertThat(read.trial(0, 1)).containsExactly(0.5f, 10);
  }

  @Test
  void theWordIsTheFirstGroupOfTheExpression() throws IOException {
    Path labels = folder.resolve("labels.tsv");
    Files.writeString(
        labels, "name\nSn(1) cat*bf(1)\nSn(1) dog*bf(1)\nSn(2) dog*bf(1)\nSn(2) cat*bf(1)\n");
    var options =
        new ImageOptions(
            List.of(images),
            new Labels(
                Optional.of(labels),
                Optional.of("name"),
                Optional.of("\\) (\\w+)\\*"),
                Optional.empty()),
            Brain.WHOLE,
            1,
            Optional.empty(),
            Within.NONE,
            Optional.empty());
    Responses read = LabelledImages.read("01", options, Optional.empty(), Optional.empty());
    assertThat(read.words()).containsExactly("cat", "dog");
  }

  @Test
  void aRunsMeanIsTakenOff() throws IOException {
    Responses read =
        source(
            "word\trun\na\t1\nb\t1\nb\t2\na\t2\n",
            Optional.empty(),
            new Normalisation(Within.RUN, Within.NONE),
            images);
    assertThat(read.trial(0, 0)).containsExactly(-0.5f, -10);
    assertThat(read.trial(0, 1)).containsExactly(0.5f, 10);
  }

  @Test
  void aRunThatIsNotApplicableIsNone() throws IOException {
    Responses read = read("word\trun\tcategory\na\tn/a\tn/a\nb\tn/a\tn/a\na\tN/A\t\nb\t\tn/a\n");
    assertThat(read.presentation(0, 0).run()).isEmpty();
    assertThat(read.presentation(0, 1).run()).isEmpty();
    assertThat(read.stimuli()).noneMatch(Stimulus::hasCategory);
  }

  @Test
  void runsThatLabelsHaveNotAndRunsOfOneTrialAreSaid() throws IOException {
    var runs = new Normalisation(Within.RUN, Within.NONE);
    assertThat(source("word\na\nb\nb\na\n", Optional.empty(), runs, images).notes())
        .contains("no trial has a run: all trials are taken as one");
    assertThat(
            source("word\trun\na\t1\nb\t2\nb\t3\na\t3\n", Optional.empty(), runs, images).notes())
        .contains(
            "2 runs have a single trial, whose image is 0 once the mean of its run is taken off");
  }

  @Test
  void aVoxelThatDoesNotVaryWithinARunIsZeroThere() throws IOException {
    Responses read =
        source(
            "word\trun\na\t1\nb\t2\nc\t3\nd\t3\n",
            Optional.empty(),
            new Normalisation(Within.NONE, Within.RUN),
            images);
    assertThat(read.trial(0, 0)).containsExactly(0, 0);
    assertThat(read.trial(3, 0)).containsExactly(1, 1);
  }

  @Test
  void aWordOfTwoCategoriesIsAnError() {
    assertThatThrownBy(() -> read("word\tcategory\na\tx\nb\tx\nb\ty\na\tx\n"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            folder.resolve("labels.tsv")
                + ": line 4: the word b has category 'y' here and 'x' on line 3. One category a"
                + " word is expected");
  }

  @Test
  void anEmptyLabelNamesItsLine() {
    assertThatThrownBy(() -> read("word\trun\na\t1\n\t1\nb\t2\na\t2\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 3: no word in column 'word'");
  }

  @Test
  void aColumnThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
    Path labels = folder.resolve("labels.csv");
    Files.writeString(labels, "what,onset\na,1\nb,2\nb,3\na,4\n");
    assertThatThrownBy(() -> source(labels, Optional.empty(), AS_IT_IS, images))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none of the columns what, onset says what was shown");
  }

  @Test
  void aSeriesThatIsCutShortSaysHowFarItGoes() throws IOException {
    Path whole = nifti("whole.nii", new int[] {2, 2, 1, 4}, new float[16]);
    Path cut = folder.resolve("cut.nii");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 20));
    assertThatThrownBy(() -> source("word\na\nb\nb\na\n", Optional.empty(), AS_IT_IS, cut))
        .hasMessageContaining("the data end after 44 bytes where the header declares 64 bytes");
  }

  private Responses read(String labels) throws IOException {
    return source(labels, Optional.empty(), AS_IT_IS, images);
  }

  private Responses source(
      String labels, Optional<Path> mask, Normalisation normalisation, Path... files)
      throws IOException {
    Path table = folder.resolve("labels.tsv");
    Files.writeString(table, labels);
    return source(table, mask, normalisation, files);
  }

  private static Responses source(
      Path table, Optional<Path> mask, Normalisation normalisation, Path... files)
      throws IOException {
    var options =
        new ImageOptions(
            List.of(files),
            Labels.of(table),
            mask.map(Brain::of).orElse(Brain.WHOLE),
            1,
            Optional.of(normalisation.centre()),
            normalisation.zscore(),
            Optional.empty());
    return LabelledImages.read("01", options, Optional.empty(), Optional.empty());
  }

  private Path nifti(String name, int[] dims, float... values) throws IOException {
    Path file = folder.resolve(name);
    write(file, NiftiHeader.builder(dims).sform(AFFINE, 1).build(), values);
    return file;
  }

  private static void write(Path file, NiftiHeader header, float... values) throws IOException {
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(NiftiImage.of(header, values), file.toString(), stream);
    }
  }
}
