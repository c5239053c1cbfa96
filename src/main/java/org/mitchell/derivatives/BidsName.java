package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Names of one participant's files in a BIDS derivatives folder: {@code
 * sub-P1/sub-P1_task-nouns_space-MNI152Lin_contrast-celery_desc-predicted_statmap.nii.gz}; or of a
 * group's, for which BIDS has no rule: {@code group/group-mean_task-nouns_..._statmap.nii.gz}.
 *
 * @param folder below the root
 * @param who what names begin with
 * @param space the label of the maps' space; nothing where voxels have no coordinates
 */
record BidsName(String folder, String who, Optional<String> space) {
  /**
   * @param subject the participant's label, without {@code sub-}
   */
  static BidsName of(String subject, Optional<String> space) {
    return new BidsName("sub-" + subject, "sub-" + subject, space);
  }

  /**
   * @param kind what participants became one by, such as {@code mean}
   */
  static BidsName ofGroup(String kind, Optional<String> space) {
    return new BidsName("group", "group-" + kind, space);
  }

  /** A file that is no map, such as {@code model.json}. */
  Path plain(Path root, String suffix) {
    return folder(root).resolve(prefix() + "_" + suffix);
  }

  /**
   * A map without its extension.
   *
   * @param entities such as {@code _stat-r}, with their underscore, or empty
   * @param suffix such as {@code statmap}
   */
  Path map(Path root, String entities, String suffix) {
    String inSpace = space.map(label -> "_space-" + label).orElse("");
    return folder(root).resolve(prefix() + inSpace + entities + "_" + suffix);
  }

  /** Where the files go. */
  Path folder(Path root) {
    return root.resolve(folder);
  }

  private String prefix() {
    return who + "_task-nouns";
  }
}
