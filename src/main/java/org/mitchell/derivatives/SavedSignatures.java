package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.mitchell.encoding.Signatures;
import org.mitchell.files.FileTrouble;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.Parcellation;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.fmri.VoxelPlaces;
import org.mitchell.jobs.Heap;
import org.mitchell.text.Counted;

/**
 * The signatures of a fit in their file, which is gone over from its beginning each time: a volume
 * of an image at a time, whatever threads ask. Those that have room are held once they have been
 * read, and so are tables and files of surfaces, which have no such order.
 *
 * <p>The SHA-256 that the model has is that of the bytes that are read: a later fit may come at any
 * time.
 */
final class SavedSignatures implements Signatures {
  private static final String INSTEAD = "a fit of fewer features or voxels";

  private final ModelFile model;
  private final Path file;
  private final Optional<VoxelPlaces> places;
  private final long room;
  private Signatures held;

  /**
   * @param places where the voxels lie; nothing where that is not known, and the file is a table
   * @param room bytes that they may take in memory
   */
  SavedSignatures(ModelFile model, Path file, Optional<VoxelPlaces> places, long room) {
    this.model = model;
    this.file = file;
    this.places = places;
    this.room = room;
  }

  @Override
  public int features() {
    return model.features().size();
  }

  @Override
  public int voxels() {
    return model.voxels();
  }

  /** What holding all of them takes, bytes. */
  long bytes() {
    return (long) Float.BYTES * features() * voxels();
  }

  @Override
  public void forEach(Visitor visitor) {
    Optional<VoxelGrid> grid = grid();
    Optional<Signatures> mine =
        grid.isPresent() && bytes() > room ? heldBefore() : Optional.of(hold());
    if (mine.isPresent()) {
      mine.get().forEach(visitor);
    } else {
      read(() -> overImage(grid.get(), visitor));
    }
  }

  private synchronized Optional<Signatures> heldBefore() {
    return Optional.ofNullable(held);
  }

  /**
   * Reads all of them, unless they are held.
   *
   * @throws InputException if Java may not use as much memory
   */
  synchronized Signatures hold() {
    if (held == null) {
      Optional<VoxelGrid> grid = grid();
      Heap.require(inWords(), grid.isPresent() ? bytes() : bytesAsRead(), INSTEAD);
      var all = new float[features()][];
      if (grid.isPresent()) {
        read(() -> overImage(grid.get(), (feature, signature) -> all[feature] = signature));
      } else {
        read(() -> whole(all));
      }
      held = Signatures.of(all);
    }
    return held;
  }

  /** In the order of the file, and in that of the model. */
  private long bytesAsRead() {
    int ofFile = places.map(VoxelPlaces::voxels).map(VoxelPlaces::columns).orElse(voxels());
    return 2L * Float.BYTES * features() * ofFile;
  }

  private String inWords() {
    return "%s: %s of %s"
        .formatted(
            model.subject(), Counted.of(features(), "signature"), Counted.of(voxels(), "voxel"));
  }

  private Optional<VoxelGrid> grid() {
    return places
        .map(VoxelPlaces::voxels)
        .filter(VoxelGrid.class::isInstance)
        .map(VoxelGrid.class::cast);
  }

  @FunctionalInterface
  private interface Reading {
    void read() throws IOException;
  }

  private void read(Reading reading) {
    try {
      try {
        reading.read();
      } catch (IOException | InputException e) {
        requireWritten(); // of another fit it says nothing
        throw e;
      }
    } catch (IOException e) {
      throw InputException.in(
          file, "cannot be read (%s). %s".formatted(FileTrouble.inWords(e), ModelFile.AGAIN), e);
    }
  }

  private void overImage(VoxelGrid grid, Visitor visitor) throws IOException {
    int each = places.orElseThrow().columns();
    var volumes = new int[1];
    String hash =
        InputFiles.sha256(
            file,
            bytes ->
                volumes[0] =
                    SignatureFiles.overImage(
                        bytes,
                        file,
                        grid,
                        (volume, signature) -> {
                          if (volume < features() && each == voxels()) {
                            visitor.visit(volume, ofPlaces(signature));
                          }
                        }));
    model.require(file, hash);
    requireShape(volumes[0], each);
  }

  /** A file that is held as it is read is looked at when it has been. */
  private void whole(float[][] all) throws IOException {
    float[][] read =
        places.isEmpty()
            ? SignatureFiles.ofTable(file)
            : SignatureFiles.ofGrayordinates(
                file, model.surfaces().orElseThrow(), (Grayordinates) places.get().voxels());
    requireWritten();
    float[][] ofPlaces = Arrays.stream(read).map(this::ofPlaces).toArray(float[][]::new);
    requireShape(ofPlaces.length, ofPlaces.length == 0 ? 0 : ofPlaces[0].length);
    System.arraycopy(ofPlaces, 0, all, 0, all.length);
  }

  /** Of voxels, or the mean of each parcel. */
  private float[] ofPlaces(float[] signature) {
    return places.orElse(null) instanceof Parcellation parcels
        ? parcels.means(signature)
        : signature;
  }

  private void requireWritten() throws IOException {
    for (Path part : SignatureFiles.files(file, model.surfaces())) {
      model.require(part);
    }
  }

  private void requireShape(int signatures, int voxels) {
    if (signatures != features() || voxels != voxels()) {
      throw InputException.in(
          file,
          "%,d signatures of %s where the model has %,d of %,d. Fit the participant again"
              .formatted(signatures, Counted.of(voxels, "voxel"), features(), voxels()));
    }
  }
}
