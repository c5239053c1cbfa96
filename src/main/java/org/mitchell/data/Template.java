package org.mitchell.data;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A standard brain that TemplateFlow keeps for everybody. Sizes and MD5 are those that
 * TemplateFlow's repositories (github.com/templateflow, the annex keys of each file) give.
 *
 * @param name as it is asked for, which is also the label of its space
 * @param licence whose it is and under which terms
 */
public record Template(String name, String licence, String folder, List<PublicFile> files) {
  private static final URI TEMPLATE_FLOW = URI.create("https://templateflow.s3.amazonaws.com/");

  /** Those that can be had. */
  public static final List<Template> ALL =
      List.of(
          volume(
              "MNI152NLin2009cAsym",
              "ICBM 152 nonlinear asymmetrical 2009c (Fonov et al. 2011), copyright 1993-2004 Louis"
                  + " Collins, McConnell Brain Imaging Centre, Montreal Neurological Institute,"
                  + " McGill University: may be used, copied, modified and distributed for any"
                  + " purpose without fee, with this notice in all copies; as is, without warranty"
                  + " (LICENSE at github.com/templateflow/tpl-MNI152NLin2009cAsym)",
              new PublicFile.Published(13_685_075, "6c64ebf985fe30d93e49a4baa41b9278"),
              new PublicFile.Published(159_538, "dc727a2781ca720df0385f9501ace07d")),
          volume(
              "MNI152NLin6Asym",
              "FSL's MNI ICBM 152 nonlinear 6th generation asymmetric average (Janke; Grabner et"
                  + " al. 2006): TemplateFlow names a LICENSE file that its repository does not"
                  + " have; FSL's terms are at fsl.fmrib.ox.ac.uk/fsl/docs, those of the MNI at"
                  + " nist.mni.mcgill.ca",
              new PublicFile.Published(11_027_773, "a50c78510a328cbb12d37e7d566109fe"),
              new PublicFile.Published(149_930, "f74c778d0bac6b6132d510cedb1a6efa")),
          new Template(
              "fsaverage5",
              "FreeSurfer's fsaverage (Fischl et al. 1999) of 10,242 vertices a hemisphere: the"
                  + " FreeSurfer software license, at"
                  + " surfer.nmr.mgh.harvard.edu/fswiki/FreeSurferSoftwareLicense",
              "tpl-fsaverage",
              List.of(
                  surface("L", "pial.surf", 270_927, "5eb2a9716466ea1014f44fac4c6c12ae"),
                  surface("R", "pial.surf", 270_980, "6de21f57e68413e7900e946a5fb3e02e"),
                  surface("L", "white.surf", 270_838, "66a1a98ba3422fc006be52ed185eb919"),
                  surface("R", "white.surf", 270_839, "48f9a835eef2f3268cddb363cdbded23"),
                  surface("L", "sulc.shape", 51_680, "e953c9c4dfd45f23f3760fb6b05577ed"),
                  surface("R", "sulc.shape", 51_728, "9f0b2fdd55272952049b1457fe684fb8"))));

  /** Of images that do not name their space; others on the same grid would be a chance. */
  private static final List<Grid> GRIDS =
      List.of(
          new Grid("MNI152NLin2009cAsym", List.of(193, 229, 193), 1, List.of(-96., -132., -78.)),
          new Grid("MNI152NLin2009cAsym", List.of(97, 115, 97), 2, List.of(-96., -132., -78.)),
          new Grid("MNI152NLin2009cAsym", List.of(97, 115, 97), 2, List.of(-96.5, -132.5, -78.5)),
          new Grid("MNI152NLin6Asym", List.of(182, 218, 182), 1, List.of(-91., -126., -72.)),
          new Grid("MNI152NLin6Asym", List.of(91, 109, 91), 2, List.of(-90., -126., -72.)));

  public Template {
    files = List.copyOf(files);
  }

  private static Template volume(
      String name, String licence, PublicFile.Published anatomy, PublicFile.Published brain) {
    String start = "tpl-" + name + "_res-01_";
    return new Template(
        name,
        licence,
        "tpl-" + name,
        List.of(
            PublicFile.published(
                start + "T1w.nii.gz", FirstBytes.GZIP, anatomy.bytes(), anatomy.md5()),
            PublicFile.published(
                start + "desc-brain_mask.nii.gz", FirstBytes.GZIP, brain.bytes(), brain.md5())));
  }

  private static PublicFile surface(String hemisphere, String what, long bytes, String md5) {
    return PublicFile.published(
        "tpl-fsaverage_hemi-%s_den-10k_%s.gii".formatted(hemisphere, what),
        FirstBytes.GIFTI,
        bytes,
        md5);
  }

  /** The one of a name, which is the label of its space too. */
  public static Optional<Template> named(String name) {
    return ALL.stream().filter(template -> template.name.equals(name)).findFirst();
  }

  /**
   * The one on whose grid an image of voxels is: its dims, the size of its voxels, and where its
   * corner is, whichever way the axes run.
   */
  public static Optional<Template> ofGrid(int[] dims, double[][] affine) {
    return GRIDS.stream()
        .filter(grid -> grid.is(dims, affine))
        .findFirst()
        .flatMap(g -> named(g.name()));
  }

  /**
   * A grid that programs write images of a template on: what fMRIPrep and SPM write, and FSL.
   *
   * @param mm the size of its voxels
   * @param low the centre of its first voxel, the lowest along each axis
   */
  private record Grid(String name, List<Integer> dims, double mm, List<Double> low) {
    private static final double NEAR = 1e-3;

    boolean is(int[] others, double[][] affine) {
      boolean same = others.length >= 3;
      for (int axis = 0; same && axis < 3; axis++) {
        double step = affine[axis][axis];
        double first = step < 0 ? affine[axis][3] + step * (others[axis] - 1) : affine[axis][3];
        boolean straight = true;
        for (int other = 0; other < 3; other++) {
          straight &= other == axis || Math.abs(affine[axis][other]) < NEAR;
        }
        same =
            straight
                && others[axis] == dims.get(axis)
                && Math.abs(Math.abs(step) - mm) < NEAR
                && Math.abs(first - low.get(axis)) < NEAR;
      }
      return same;
    }
  }

  /** Where its files are on a server that has TemplateFlow's folders. */
  URI address(URI server) {
    return server.resolve(folder + "/");
  }

  static URI templateFlow() {
    return TEMPLATE_FLOW;
  }

  /** Where its files are, below the folder of data. */
  public Path in(Path data) {
    return data.resolve("templates").resolve(folder);
  }

  /** Whether all its files are there. */
  public boolean isIn(Path data) {
    return files.stream().allMatch(file -> Files.isRegularFile(in(data).resolve(file.name())));
  }

  /** Whether it is made of surfaces. */
  public boolean ofSurfaces() {
    return files.stream().anyMatch(file -> file.begins() == FirstBytes.GIFTI);
  }

  /** The image of the head, of a template of voxels. */
  public Path anatomy(Path data) {
    return in(data).resolve(ending("_T1w.nii.gz").get(0));
  }

  /** The mask of the brain, of a template of voxels. */
  public Path brain(Path data) {
    return in(data).resolve(ending("_desc-brain_mask.nii.gz").get(0));
  }

  /**
   * The left and the right file of a kind, of a template of surfaces.
   *
   * @param what pial, white or sulc
   */
  public List<Path> surfaces(Path data, String what) {
    return Stream.of("L", "R")
        .flatMap(
            side ->
                files.stream()
                    .map(PublicFile::name)
                    .filter(name -> name.contains("_hemi-" + side + "_") && name.contains(what)))
        .map(in(data)::resolve)
        .toList();
  }

  private List<String> ending(String end) {
    return files.stream().map(PublicFile::name).filter(name -> name.endsWith(end)).toList();
  }

  /** The names of all. */
  public static List<String> names() {
    return ALL.stream().map(Template::name).toList();
  }
}
