package org.mitchell.maps.atlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mitchell.nifti.NiftiDatatype;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiWriter;

/** Writes small atlases. */
final class AtlasFiles {
  /** Voxels of 2 mm, the first at (0, 0, 0) mm. */
  static final double[][] AFFINE = {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 1}};

  private final Path folder;

  AtlasFiles(Path folder) {
    this.folder = folder;
  }

  /** An image of labels, by default of 16-bit integers in MNI space. */
  Path labels(long[] labels, int... dims) throws IOException {
    return image(NiftiImage.ofStored(header(dims).build(), labels));
  }

  static NiftiHeader.Builder header(int... dims) {
    return NiftiHeader.builder(dims).datatype(NiftiDatatype.INT16).sform(AFFINE, 4);
  }

  Path image(NiftiImage image) throws IOException {
    Path file = folder.resolve("labels.nii.gz");
    try (var stream = Files.newOutputStream(file)) {
      NiftiWriter.write(image, "labels.nii.gz", stream);
    }
    return file;
  }

  Path names(String text) throws IOException {
    return Files.writeString(folder.resolve("names.txt"), text);
  }
}
