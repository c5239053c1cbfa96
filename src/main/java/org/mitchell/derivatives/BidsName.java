package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/**
 * Paths of one participant's files in a BIDS derivatives folder: {@code
 * sub-P1/sub-P1_task-nouns_space-MNI152Lin_contrast-celery_desc-predicted_statmap.nii.gz}; or of a
 * group's, for which BIDS has no rule: {@code group/group-mean_task-nouns_..._statmap.nii.gz}.
 *
 * @param folder of these files: the derivatives folder and the participant's or group's in it
 * @param who what names begin with
 * @param task the label of what participants did
 * @param space the label of the maps' space; nothing where voxels have no coordinates
 */
public record BidsName(Path folder, String who, String task, Optional<String> space) {
  /** Where nobody says what participants did: the paper's, and that of earlier versions. */
  private static final String NOUNS = "nouns";

  private static final String TASK = "_task-([A-Za-z0-9]+)";

  private static final String GROUP = "group";

  private static final String SUB = "sub-";

  /**
   * @param root the derivatives folder
   * @param subject the participant's label, without {@code sub-}
   * @param task the label of what participants did; nothing for the paper's
   */
  public static BidsName of(
      Path root, String subject, Optional<String> task, Optional<String> space) {
    String who = SUB + subject;
    return new BidsName(ofParticipant(root, subject), who, task.orElse(NOUNS), space);
  }

  /**
   * Names of the task that a participant has a file of; the paper's where there is none.
   *
   * @param suffix of the file, such as {@code model.json}
   * @throws InputException if there are such files of several tasks
   */
  public static BidsName found(Path root, String subject, String suffix) {
    Path folder = ofParticipant(root, subject);
    Pattern name =
        Pattern.compile(Pattern.quote(SUB + subject) + TASK + "_" + Pattern.quote(suffix));
    String[] files = folder.toFile().list(); // null where the folder cannot be looked at
    List<String> tasks =
        Arrays.stream(files == null ? new String[0] : files)
            .map(name::matcher)
            .filter(Matcher::matches)
            .map(match -> match.group(1))
            .sorted()
            .toList();
    if (tasks.size() > 1) {
      throw InputException.in(
          folder,
          "there is a %s of each of the tasks %s. Give every task a folder of its own"
              .formatted(suffix, String.join(", ", tasks)));
    }
    return of(root, subject, tasks.stream().findFirst(), Optional.empty());
  }

  /** The task in the name of a file; nothing where it has none. */
  public static Optional<String> task(Path file) {
    Matcher match = Pattern.compile(TASK + "_").matcher(file.getFileName().toString());
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /**
   * @param root the derivatives folder
   * @param kind what participants became one by, such as {@code mean}
   */
  static BidsName ofGroup(Path root, String kind, Optional<String> task, Optional<String> space) {
    return new BidsName(groups(root), GROUP + "-" + kind, task.orElse(NOUNS), space);
  }

  /**
   * Files of several participants that are no maps, in the folder itself.
   *
   * @param root the derivatives folder
   */
  static BidsName ofAll(Path root, Optional<String> task) {
    return new BidsName(root, GROUP, task.orElse(NOUNS), Optional.empty());
  }

  /** Where the files of a participant are. */
  public static Path ofParticipant(Path root, String subject) {
    return root.resolve(SUB + subject);
  }

  /** Where maps of several participants are. */
  public static Path groups(Path root) {
    return root.resolve(GROUP);
  }

  /** The name of a map with the entity of one hemisphere, L or R, where such entities have it. */
  public static String ofHemisphere(String name, String half) {
    return name.replaceFirst(TASK, "$0_hemi-" + half);
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
    return who + "_task-" + task;
  }
}
