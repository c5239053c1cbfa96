package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mitchell.cli.Programs;
import org.mitchell.cli.Ran;

/** Surfaces and grayordinates go the way of volumes, as far as it needs no box of voxels. */
class SurfacesTest {
  private static final Path STUDY = Path.of("testdata/images");
  private static final String START = "sub-01/sub-01_task-nouns_";

  /** Prints 1 if the signatures of all three fits are the same numbers, in the same places. */
  private static final String SAME_SIGNATURES =
      """
      import sys, numpy as np, nibabel as nib
      folder, images = sys.argv[1:]
      name = folder + '/%s/sub-01/sub-01_task-nouns_%sspace-%s_desc-signatures_statmap.%s'
      volume = nib.load(name % ('VOLUME', '', 'individual', 'nii.gz')).get_fdata().reshape(60, 4, order='F').T
      cifti = nib.load(name % ('CIFTI', '', 'toy', 'dscalar.nii'))
      given = nib.load(images + '/sub-01_space-toy_betas.dscalar.nii')
      assert cifti.header.get_axis(1) == given.header.get_axis(1)
      assert list(cifti.header.get_axis(0).name) == ['f1', 'f2', 'f3', 'f4']
      halves = [nib.load(name % ('GIFTI', 'hemi-%s_' % half, 'toy', 'func.gii')) for half in 'LR']
      assert [half.meta['AnatomicalStructurePrimary'] for half in halves] == ['CortexLeft', 'CortexRight']
      gifti = np.hstack([np.array([array.data for array in half.darrays]) for half in halves])
      print(int(np.array_equal(cifti.get_fdata(), volume) and np.array_equal(gifti, volume)))
      """;

  private enum Form {
    VOLUME,
    CIFTI,
    GIFTI;

    List<String> files() {
      return switch (this) {
        case VOLUME -> List.of("betas.nii.gz");
        case CIFTI -> List.of("sub-01_space-toy_betas.dscalar.nii");
        case GIFTI ->
            List.of(
                "sub-01_hemi-L_space-toy_betas.func.gii", "sub-01_hemi-R_space-toy_betas.func.gii");
      };
    }
  }

  @TempDir private Path folder;

  @BeforeEach
  void fitVolumes() {
    fit(Form.VOLUME);
  }

  @ParameterizedTest
  @EnumSource(names = {"CIFTI", "GIFTI"})
  void theFiguresAreThoseOfVolumes(Form form) throws IOException {
    fit(form);
    assertThat(out(form).resolve(START + "pairs.tsv"))
        .hasSameBinaryContentAs(out(Form.VOLUME).resolve(START + "pairs.tsv"));
    String volumes = map(Form.VOLUME);
    assertThat(volumes).contains("voxels at r .280 or more");
    assertThat(map(form).lines().limit(4).toList()).isEqualTo(volumes.lines().limit(4).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"CIFTI", "GIFTI"})
  void aPredictedImageIsIdentifiedAsItsWord(Form form) {
    fit(form);
    Ran predicted =
        Ran.mitchell("predict", "ant", "--subject", "01", "--model", out(form), "--out", out(form))
            .succeeds();
    assertThat(predicted.out()).contains("model trained without the word");
    String name =
        form == Form.CIFTI
            ? "space-toy_contrast-ant_desc-predicted_statmap.dscalar.nii"
            : "hemi-R_space-toy_contrast-ant_desc-predicted_statmap.func.gii";
    Ran identified =
        Ran.mitchell(
                "identify",
                "--subject",
                "01",
                "--model",
                out(form),
                out(form).resolve(START + name))
            .succeeds();
    assertThat(identified.out()).containsPattern("1  ant\\*");
  }

  @ParameterizedTest
  @EnumSource(names = {"CIFTI", "GIFTI"})
  void whatNeedsABoxOfVoxelsSaysSo(Form form) throws IOException {
    fit(form);
    Path names = Files.writeString(folder.resolve("names.txt"), "1 all\n");
    String[] atlas = {
      "--atlas", STUDY.resolve("mask.nii.gz").toString(), "--atlas-names", "" + names
    };
    assertThat(failing(form, "regions", atlas)).contains("vertices of surfaces");
    assertThat(failing(form, "map", atlas)).contains("vertices of surfaces");
    assertThat(failing(form, "view", "--no-browser"))
        .contains("participant 01 is on surfaces, and no mesh to show is known");
  }

  /** Parcels of volumes and surfaces: labels 0 to 3 in turn, so that all have the same means. */
  @ParameterizedTest
  @EnumSource
  void parcelsAreWrittenAsTheirVoxelsAndReadAgain(Form form) throws IOException {
    String[] atlas = {"atlas.nii.gz", "atlas.dscalar.nii", "atlas_hemi-L.shape.gii"};
    fit(form, out(form), "--parcels", STUDY.resolve(atlas[form.ordinal()]).toString());
    Path expected = folder.resolve("expected");
    fit(Form.VOLUME, expected, "--parcels", STUDY.resolve(atlas[0]).toString());
    assertThat(out(form).resolve(START + "pairs.tsv"))
        .hasSameBinaryContentAs(expected.resolve(START + "pairs.tsv"));
    assertThat(map(form)).contains("of 3 voxels at r .280 or more").contains("these are parcels");
    Ran.mitchell("predict", "ant", "--subject", "01", "--model", out(form), "--out", out(form))
        .succeeds();
    Path predicted;
    try (Stream<Path> files = Files.list(out(form).resolve("sub-01"))) {
      predicted =
          files
              .filter(file -> file.toString().matches(".*predicted_statmap\\.[^j].*"))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    Ran identified =
        Ran.mitchell("identify", "--subject", "01", "--model", out(form), predicted).succeeds();
    assertThat(identified.out()).containsPattern("1  ant\\*");
  }

  @Test
  @Tag("external")
  void nibabelFindsTheValueOfAParcelAtItsVoxels() throws Exception {
    fit(Form.VOLUME, folder, "--parcels", STUDY.resolve("atlas.nii.gz").toString());
    String script =
        """
        import sys, numpy as np, nibabel as nib
        r = nib.load(sys.argv[1]).get_fdata()
        labels = nib.load(sys.argv[2]).get_fdata()
        given = nib.load(sys.argv[3]).get_fdata()
        assert np.array_equal(labels, given)
        assert np.isnan(r[given == 0]).all()
        print([len(np.unique(r[given == label])) for label in (1, 2, 3)], len(np.unique(r[given > 0])))
        """;
    String name = START + "space-individual_";
    Ran ran =
        Programs.python(
            folder,
            "-c",
            script,
            folder.resolve(name + "stat-r_statmap.nii.gz"),
            folder.resolve(name + "desc-parcels_dseg.nii.gz"),
            STUDY.resolve("atlas.nii.gz").toAbsolutePath());
    assertThat(ran.out().strip()).as(ran.err()).isEqualTo("[1, 1, 1] 3");
  }

  @ParameterizedTest
  @EnumSource(names = {"CIFTI", "GIFTI"})
  void theReportListsTheMaps(Form form) throws IOException {
    fit(form);
    map(form);
    Path report = folder.resolve("report.html");
    Ran.mitchell("report", "--subject", "01", "--model", out(form), "--out", report).succeeds();
    assertThat(Files.readString(report))
        .contains("The maps are of surfaces")
        .contains("_stat-r_statmap." + (form == Form.CIFTI ? "dscalar.nii" : "func.gii"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CIFTI", "GIFTI"})
  void aFitInAnotherFormLeavesNoMapsOfTheFormer(Form form) throws IOException {
    fit(form, out(form), "--space", "individual");
    fit(Form.VOLUME, out(form), "--space", "individual");
    assertThat(maps(out(form))).isEqualTo(maps(out(Form.VOLUME)));
    fit(form, out(form), "--space", "individual");
    assertThat(maps(out(form))).noneMatch(name -> name.endsWith(".nii.gz"));
  }

  private static List<String> maps(Path out) throws IOException {
    return List.copyOf(Ran.files(out).keySet());
  }

  @ParameterizedTest
  @EnumSource(names = {"CIFTI", "GIFTI"})
  void signaturesThatWereChangedAreRefused(Form form) throws IOException {
    fit(form);
    String name =
        form == Form.CIFTI
            ? "space-toy_desc-signatures_statmap.dscalar.nii"
            : "hemi-R_space-toy_desc-signatures_statmap.func.gii";
    Path signatures = out(form).resolve(START + name);
    byte[] bytes = Files.readAllBytes(signatures);
    bytes[bytes.length / 2] ^= 1;
    Files.write(signatures, bytes);
    assertThat(failing(form, "map")).contains(name + ": not the file that was written with");
  }

  @Test
  @Tag("external")
  void nibabelReadsTheSameSignaturesFromEveryForm() throws Exception {
    fit(Form.CIFTI);
    fit(Form.GIFTI);
    Ran same = Programs.python(folder, "-c", SAME_SIGNATURES, folder, STUDY.toAbsolutePath());
    assertThat(same.out().strip()).as(same.err()).isEqualTo("1");
  }

  @Test
  @Tag("external")
  void theWorkbenchReadsThemToo() throws Exception {
    fit(Form.CIFTI);
    fit(Form.GIFTI);
    Ran cifti =
        Programs.wbCommand(
            "-file-information",
            out(Form.CIFTI).resolve(START + "space-toy_desc-signatures_statmap.dscalar.nii"));
    assertThat(cifti.out())
        .contains(
            "CIFTI - Dense Scalar", "25 out of 40 vertices", "ThalamusLeft:         10 voxels");
    Ran gifti =
        Programs.wbCommand(
            "-file-information",
            out(Form.GIFTI).resolve(START + "hemi-R_space-toy_desc-signatures_statmap.func.gii"));
    assertThat(gifti.out()).contains("CortexRight", "Number of Vertices:       28");
  }

  private Path out(Form form) {
    return folder.resolve(form.name());
  }

  private void fit(Form form) {
    fit(form, out(form));
  }

  private void fit(Form form, Path out, String... more) {
    var words =
        new ArrayList<Object>(
            List.of(
                "fit",
                "--subject",
                "01",
                "--labels",
                STUDY.resolve("labels.tsv"),
                "--features",
                STUDY.resolve("features.tsv"),
                "--out",
                out,
                "--images"));
    form.files().forEach(file -> words.add(STUDY.resolve(file)));
    words.addAll(Arrays.asList(more));
    Ran.mitchell(words.toArray()).succeeds();
  }

  private String map(Form form) {
    return Ran.mitchell(
            "map",
            "--subject",
            "01",
            "--model",
            out(form),
            "--out",
            out(form),
            "--permutations",
            "9")
        .succeeds()
        .out();
  }

  private String failing(Form form, String command, String... more) {
    var words = new ArrayList<Object>(List.of(command, "--subject", "01", "--model", out(form)));
    words.addAll(Arrays.asList(more));
    if (command.equals("map")) {
      words.addAll(List.of("--permutations", "0"));
    }
    return Ran.mitchell(words.toArray()).failsWith(1).err();
  }
}
