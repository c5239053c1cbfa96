package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Paths of one participant's files in a BIDS derivatives folder: {@code
 * sub-P1/sub-P1_task-nouns_space-MNI152Lin_contrast-celery_desc-predicted_statmap.nii.gz}; or of a
 * group's, for which BIDS has no rule: {@code group/group-mean_task-nouns_..._statmap.nii.gz}.
 *
 * @param folder of these files: the derivatives folder and the participant's or group's in it
 * @param who what names begin with
 * @param space the label of the maps' space; nothing where voxels have no coordinates
 */
public record BidsName(Path folder, String who, Optional<String> space) {
  /** The entity of what participants did; files of all rooms have it from here. */
  private static final String TASK = "_task-nouns";

  private static final String GROUP = "group";

  /**
   * @param root the derivatives folder
   * @param subject the participant's label, without {@code sub-}
   */
  public static BidsName of(Path root, String subject, Optional<String> space) {
    String who = "sub-" + subject;
    return new BidsName(root.resolve(who), who, space);
  }

  /**
   * @param root the derivatives folder
   * @param kind what participants became one by, such as {@code mean}
   */
  static BidsName ofGroup(Path root, String kind, Optional<String> space) {
    return new BidsName(groups(root), GROUP + "-" + kind, space);
  }

  /**
   * Files of several participants that are no maps, in the folder itself.
   *
   * @param root the derivatives folder
   */
  static BidsName ofAll(Path root) {
    return new BidsName(root, GROUP, Optional.empty());
  }

  /** Where maps of several participants are. */
  public static Path groups(Path root) {
    return root.resolve(GROUP);
  }

  /** The name of a map with the entity of one hemisphere, L or R, where such entities have it. */
  public static String ofHemisphere(String name, String half) {
    return name.replaceFirst(TASK, TASK + "_hemi-" + half);
  }

  /** Whether a file is one of these, that is no map, with some entities and a suffix. */
  public boolean isPlain(Path file, String entities, String suffix) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix() + entities) && name.endsWith(suffix);
  }

  /** A file that is no map, such as {@code model.json}. */
  public Path plain(String suffix) {
    return folder.resolve(prefix() + "_" + suffix);
  }

  /**
   * A map of one hemisphere.
   *
   * @param half L or R
   * @param entities as below
   */
  Path map(String half, String entities, String suffix) {
    return folder.resolve(prefix() + "_hemi-" + half + ending(entities, suffix));
  }

  /**
   * A map, or what belongs to one.
   *
   * @param entities such as {@code _stat-r}, with their underscore, or empty
   * @param suffix with the extension, such as {@code statmap.nii.gz}
   */
  Path map(String entities, String suffix) {
    return folder.resolve(prefix() + ending(entities, suffix));
  }

  private String ending(String entities, String suffix) {
    return space.map(label -> "_space-" + label).orElse("") + entities + "_" + suffix;
  }

  private String prefix() {
    return who + TASK;
  }
}
