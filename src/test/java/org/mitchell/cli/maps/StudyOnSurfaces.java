package org.mitchell.cli.maps;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.mitchell.cli.Ran;

/**
 * The study of testdata/surfaces, whose participants are fitted into folders below one.
 *
 * @param folder where the fits' folders go
 */
record StudyOnSurfaces(Path folder) {
  static final Path FILES = Path.of("testdata/surfaces");

  /** Fits a participant's hemispheres, {@code L} or {@code R}, from GIFTI files. */
  void fitGifti(String subject, String of, String out, String... hemispheres) {
    fit(
        subject,
        out,
        Arrays.stream(hemispheres)
            .map(half -> "sub-%s_hemi-%s_space-ico_betas.func.gii".formatted(of, half)));
  }

  /** Fits a participant from its CIFTI file. */
  void fitCifti(String subject, String out) {
    fit(subject, out, Stream.of("sub-%s_space-ico_betas.dscalar.nii".formatted(subject)));
  }

  private void fit(String subject, String out, Stream<String> images) {
    Stream<Object> words =
        Stream.of(
            "fit",
            "--subject",
            subject,
            "--labels",
            FILES.resolve("labels.tsv"),
            "--features",
            FILES.resolve("features.tsv"),
            "--out",
            folder.resolve(out),
            "--images");
    Ran.mitchell(Stream.concat(words, images.map(FILES::resolve)).toArray()).succeeds();
  }
}
