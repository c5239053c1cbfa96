package org.mitchell.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NiftiOrientationTest {
  @Test
  void everyOrthogonalAffineSurvivesTheQuaternion() {
    var random = new SplittableRandom(1);
    for (int trial = 0; trial < 2000; trial++) {
      double[][] affine = oblique(random, trial % 2 == 0);
      for (var version : NiftiVersion.values()) {
        var header =
            NiftiHeader.builder(2, 2, 2)
                .version(version)
                .qform(affine, NiftiXform.SCANNER_ANAT)
                .build();
        assertThat(header.qformCode()).isEqualTo(1);
        // Near a half turn a = sqrt(1 - ...) loses half the digits of float32: 1e-3 there, as in
        // any reader.
        same(header.affine(), affine, version == NiftiVersion.NIFTI_2 ? 1e-6 : 5e-3);
      }
    }
  }

  @Test
  void allTwentyFourAxisSwapsAndTheirMirrorImagesAreExact() {
    for (int[] axes :
        List.of(
            new int[] {0, 1, 2},
            new int[] {0, 2, 1},
            new int[] {1, 0, 2},
            new int[] {1, 2, 0},
            new int[] {2, 0, 1},
            new int[] {2, 1, 0})) {
      for (int signs = 0; signs < 8; signs++) {
        double[][] affine = new double[4][4];
        for (int row = 0; row < 3; row++) {
          affine[row][axes[row]] = (signs >> row & 1) == 0 ? 2 : -2;
          affine[row][3] = 7 * row;
        }
        affine[3][3] = 1;
        same(NiftiHeader.builder(2, 2, 2).qform(affine, 1).build().affine(), affine, 1e-6);
      }
    }
  }

  @Test
  void anAffineWithShearHasNoQform() {
    double[][] sheared = {{2, 0.1, 0, 0}, {0, 2, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 1}};
    var header = NiftiHeader.builder(2, 2, 2).sform(sheared, 2).qform(sheared, 1).build();
    assertThat(header.qformCode()).isZero();
    same(header.affine(), sheared, 1e-7);
  }

  @Test
  void theSformGoesBeforeTheQform() {
    double[][] scanner = {{2, 0, 0, 1}, {0, 2, 0, 2}, {0, 0, 2, 3}, {0, 0, 0, 1}};
    var both = NiftiHeader.builder(2, 2, 2).qform(scanner, 1).sform(Samples.MNI, 4).build();
    same(both.affine(), Samples.MNI, 0);
    same(both.qform(), scanner, 0);
    same(both.toBuilder().sform(Samples.MNI, 0).build().affine(), scanner, 0);
  }

  @Test
  void voxelSizesFollowTheSform() {
    assertThat(NiftiHeader.builder(2, 2, 2).sform(Samples.MNI, 4).build().pixdim())
        .containsExactly(1, 3.125, 3.125, 6, 1, 1, 1, 1);
  }

  @Test
  void whatIsNoAffineIsRefused() {
    var builder = NiftiHeader.builder(2, 2, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.sform(new double[3][4], 1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.sform(new double[4][4], 1));
    double[][] flat = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 1}};
    assertThatIllegalArgumentException().isThrownBy(() -> builder.qform(flat, 1));
    double[][] undefined = {{1, 0, 0, Double.NaN}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    assertThatIllegalArgumentException().isThrownBy(() -> builder.sform(undefined, 1));
  }

  /** A rotation about a random axis (Rodrigues), random steps, perhaps mirrored. */
  private static double[][] oblique(SplittableRandom random, boolean mirrored) {
    double[] axis = {random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
    double length = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
    double x = axis[0] / length;
    double y = axis[1] / length;
    double z = axis[2] / length;
    double angle = random.nextDouble(-Math.PI, Math.PI);
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double t = 1 - c;
    double mirror = mirrored ? -1 : 1;
    double[] steps = {
      random.nextDouble(0.5, 4), random.nextDouble(0.5, 4), mirror * random.nextDouble(1, 6)
    };
    return new double[][] {
      {
        (c + x * x * t) * steps[0],
        (x * y * t - z * s) * steps[1],
        (x * z * t + y * s) * steps[2],
        12.5
      },
      {
        (y * x * t + z * s) * steps[0],
        (c + y * y * t) * steps[1],
        (y * z * t - x * s) * steps[2],
        -80
      },
      {
        (z * x * t - y * s) * steps[0],
        (z * y * t + x * s) * steps[1],
        (c + z * z * t) * steps[2],
        0.25
      },
      {0, 0, 0, 1}
    };
  }

  private static void same(double[][] actual, double[][] expected, double tolerance) {
    assertThat(flat(actual)).containsExactly(flat(expected), within(tolerance));
  }

  private static double[] flat(double[][] matrix) {
    return Arrays.stream(matrix).flatMapToDouble(DoubleStream::of).toArray();
  }
}
