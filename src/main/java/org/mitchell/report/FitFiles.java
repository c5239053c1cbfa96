package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mitchell.derivatives.BidsName;
import org.mitchell.derivatives.ComparisonWriter;
import org.mitchell.derivatives.LeakWriter;
import org.mitchell.derivatives.SavedAccuracy;
import org.mitchell.derivatives.contents.LeagueFigures;
import org.mitchell.derivatives.contents.LeakFigures;

/**
 * What a derivatives folder has of the participants of a report, alone and together.
 *
 * @param groupMaps maps of several of them
 * @param groupClusters those of these maps
 * @param comparison the league table of feature spaces
 * @param leaks of each of them alone, then of all together, as far as they were measured
 * @param read the files of several participants that were read
 */
record FitFiles(
    List<ParticipantFiles> participants,
    List<MapFile> groupMaps,
    List<ClusterFile> groupClusters,
    Optional<LeagueFigures> comparison,
    List<LeakFigures> leaks,
    List<Path> read) {
  static FitFiles read(Path root, List<String> subjects) throws IOException {
    var participants = new ArrayList<ParticipantFiles>();
    for (String subject : subjects) {
      participants.add(ParticipantFiles.read(root, subject));
    }
    var all = new HashSet<>(subjects);
    var read = new ArrayList<Path>();
    var maps = new ArrayList<MapFile>();
    var clusters = new ArrayList<ClusterFile>();
    for (Path file : ParticipantFiles.names(BidsName.groups(root))) {
      if (MapFile.isOne(file)) {
        MapFile map = MapFile.read(file);
        if (all.containsAll(map.sidecar().about().participants())) {
          read.add(file);
          maps.add(map);
        }
      } else if (ClusterFile.isOne(file)) {
        ClusterFile one = ClusterFile.read(file);
        if (all.containsAll(one.about().about().participants())) {
          read.add(file);
          clusters.add(one);
        }
      }
    }
    Optional<String> task =
        participants.stream().findFirst().flatMap(p -> BidsName.task(p.modelFile()));
    Path comparison = ComparisonWriter.file(root, task);
    boolean compared = Files.exists(comparison);
    if (compared) {
      read.add(comparison);
    }
    var leaks = new ArrayList<LeakFigures>();
    for (Path file : leakFiles(root, subjects, task)) {
      LeakFigures one = LeakFigures.read(file);
      if (all.containsAll(one.subjects())) {
        read.add(file);
        leaks.add(one);
      }
    }
    return new FitFiles(
        List.copyOf(participants),
        List.copyOf(maps),
        List.copyOf(clusters),
        compared ? Optional.of(LeagueFigures.read(comparison)) : Optional.empty(),
        List.copyOf(leaks),
        List.copyOf(read));
  }

  /** Those of each, then that of several. */
  private static List<Path> leakFiles(Path root, List<String> subjects, Optional<String> task) {
    return Stream.concat(
            subjects.stream().map(subject -> LeakWriter.file(root, List.of(subject), task)),
            Stream.of(LeakWriter.file(root, List.of(), task)))
        .filter(Files::exists)
        .toList();
  }

  /** All maps: those of several participants first. */
  List<MapFile> maps() {
    return Stream.concat(groupMaps.stream(), participants.stream().flatMap(p -> p.maps().stream()))
        .toList();
  }

  /** Likewise all clusters. */
  List<ClusterFile> clusters() {
    return Stream.concat(
            groupClusters.stream(), participants.stream().flatMap(p -> p.clusters().stream()))
        .toList();
  }

  /** Whether any voxels have a place in space. */
  boolean hasImages() {
    return maps().stream().anyMatch(MapFile::isImage);
  }

  /** Whether all maps are of vertices of surfaces. */
  boolean areOfSurfaces() {
    return !hasImages() && maps().stream().anyMatch(MapFile::isOfSurfaces);
  }

  List<String> subjects() {
    return participants.stream().map(ParticipantFiles::subject).toList();
  }

  /**
   * Why a mean of these participants says nothing, in words; nothing where they were measured and
   * fitted alike.
   */
  Optional<String> apart() {
    return SavedAccuracy.apart(participants.stream().map(ParticipantFiles::saved).toList());
  }

  boolean simulated() {
    return participants.stream().anyMatch(ParticipantFiles::simulated);
  }

  /** The options of {@code --subject} for these participants. */
  String subjectOption() {
    return String.join(",", subjects());
  }
}
