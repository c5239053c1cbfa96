package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.ResponsesReader;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiReader;
import org.mitchell.nifti.NiftiWriter;

/** A participant brought as NIfTI and labels is the participant of the .mat. */
class ImagesOptionTest {
  private static final String START = "sub-T1/sub-T1_task-nouns_";
  private static final String SIGNATURES = START + "space-MNI152Lin_desc-signatures_statmap.nii.gz";

  @TempDir private Path folder;
  private Path images;
  private Path labels;
  private Path mask;

  @BeforeEach
  void write() throws IOException {
    Responses responses = ResponsesReader.read(Ran.T1, "T1", ReadOptions.DEFAULT);
    VoxelGrid grid = responses.grid().orElseThrow();
    var table = new StringBuilder("word\tcategory\n");
    int trials = responses.words().size() * responses.commonPresentations();
    var values = new float[trials * grid.boxSize()];
    var brain = new float[grid.boxSize()];
    int volume = 0;
    // Presentation by presentation, as a scanner would have them.
    for (int p = 0; p < responses.commonPresentations(); p++) {
      for (int w = 0; w < responses.words().size(); w++) {
        table.append(responses.stimuli().get(w).word()).append('\t');
        table.append(responses.stimuli().get(w).category()).append('\n');
        for (int v = 0; v < responses.voxels(); v++) {
          brain[grid.linearIndex(v)] = 1;
          values[volume * grid.boxSize() + grid.linearIndex(v)] = responses.trial(w, p)[v];
        }
        volume++;
      }
    }
    int[] d = grid.dims();
    images = folder.resolve("betas.nii.gz");
    labels = folder.resolve("betas.tsv");
    mask = folder.resolve("mask.nii");
    write(images, NiftiHeader.builder(d[0], d[1], d[2], trials), grid, values);
    write(mask, NiftiHeader.builder(d[0], d[1], d[2]), grid, brain);
    Files.writeString(labels, table);
  }

  @Test
  void theFitIsThatOfTheMat() throws IOException {
    Ran.fit(folder.resolve("mat"), "T1", Ran.T1).succeeds();
    fit("--mask", mask).succeeds();
    assertThat(folder.resolve("out").resolve(START + "pairs.tsv"))
        .hasSameBinaryContentAs(folder.resolve("mat").resolve(START + "pairs.tsv"));
    assertThat(NiftiReader.read(folder.resolve("out").resolve(SIGNATURES)).toFloats())
        .containsExactly(NiftiReader.read(folder.resolve("mat").resolve(SIGNATURES)).toFloats());
  }

  @Test
  void evaluateAndCompareReadThemToo() throws IOException {
    for (String command : new String[] {"evaluate", "compare"}) {
      Path mat = folder.resolve(command + "-mat");
      Path nifti = folder.resolve(command + "-nifti");
      String features = command.equals("compare") ? "a=" + Ran.FEATURES : Ran.FEATURES.toString();
      Object[] common = {
        command, "--subject", "T1", "--features", features, "--subsamples", "0", "--out"
      };
      Ran.mitchell(with(common, mat, "--data", Ran.T1)).succeeds();
      Ran.mitchell(with(common, nifti, "--images", images, "--labels", labels, "--mask", mask))
          .succeeds();
      String table =
          command.equals("compare")
              ? "group_task-nouns_desc-league_comparison.tsv"
              : START + "desc-leaveTwoOut_pairs.tsv";
      assertThat(nifti.resolve(table)).hasSameBinaryContentAs(mat.resolve(table));
    }
  }

  @Test
  void theSpaceIsCalledAsOneLikes() {
    fit("--mask", mask, "--space", "MNI152NLin6Asym").succeeds();
    assertThat(folder.resolve("out").resolve(SIGNATURES.replace("MNI152Lin", "MNI152NLin6Asym")))
        .exists();
    Ran ran = Ran.mitchell("predict", "wolf", "--subject", "T1", "--model", folder.resolve("out"));
    assertThat(ran.succeeds().out()).contains("space-MNI152NLin6Asym_contrast-wolf");
  }

  @Test
  void predictReadsTheImagesAgain() throws IOException {
    fit("--mask", mask).succeeds();
    Ran ran = Ran.mitchell("predict", "wolf", "--subject", "T1", "--model", folder.resolve("out"));
    assertThat(ran.succeeds().out()).contains("r with the observed image");
  }

  @Test
  void otherLabelsThanAtFitAreRefused() throws IOException {
    fit("--mask", mask).succeeds();
    Files.writeString(labels, Files.readString(labels).replaceFirst("wolf", "carrot"));
    Ran ran = Ran.mitchell("predict", "wolf", "--subject", "T1", "--model", folder.resolve("out"));
    assertThat(ran.failsWith(1).err()).contains("not the images, labels and mask that T1 was");
  }

  @Test
  void aFolderSaysWhereTheyAreNow() throws IOException {
    fit("--mask", mask).succeeds();
    Path moved = Files.createDirectory(folder.resolve("moved"));
    for (Path file : new Path[] {images, labels, mask}) {
      Files.move(file, moved.resolve(file.getFileName()));
    }
    Ran ran =
        Ran.mitchell(
            "predict",
            "wolf",
            "--subject",
            "T1",
            "--model",
            folder.resolve("out"),
            "--data",
            moved);
    assertThat(ran.succeeds().out()).contains("r with the observed image");
  }

  @Test
  void aRowTooFewIsAnErrorAndNothingIsWritten() throws IOException {
    String table = Files.readString(labels);
    Files.writeString(labels, table.substring(0, table.lastIndexOf('\n', table.length() - 2) + 1));
    assertThat(fit("--mask", mask).failsWith(1).err()).contains("rows of labels where");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatBelongsToImagesIsNothingWithoutThem() {
    Ran ran = Ran.mitchell("fit", "--subject", "T1", "--data", Ran.T1, "--mask", mask);
    assertThat(ran.failsWith(2).err()).contains("--mask: only with --images");
  }

  @Test
  void imagesAreOfOneParticipant() {
    Ran ran = Ran.mitchell("fit", "--subject", "T1,T2", "--images", images, "--labels", labels);
    assertThat(ran.failsWith(2).err()).contains("--subject: --images are of one participant");
  }

  @Test
  void imagesNeedLabels() {
    Ran ran = Ran.mitchell("fit", "--subject", "T1", "--images", images);
    assertThat(ran.failsWith(2).err()).contains("--labels is expected beside it");
  }

  private static Object[] with(Object[] words, Object... more) {
    var all = new ArrayList<Object>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private Ran fit(Object... more) {
    var arguments = new ArrayList<Object>();
    arguments.addAll(
        List.of(
            "fit",
            "--subject",
            "T1",
            "--images",
            images,
            "--labels",
            labels,
            "--features",
            Ran.FEATURES,
            "--out",
            folder.resolve("out")));
    arguments.addAll(List.of(more));
    return Ran.mitchell(arguments.toArray());
  }

  private static void write(Path file, NiftiHeader.Builder header, VoxelGrid grid, float[] values)
      throws IOException {
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(
          NiftiImage.of(header.sform(grid.affine().matrix(), 4).build(), values),
          file.toString(),
          stream);
    }
  }
}
