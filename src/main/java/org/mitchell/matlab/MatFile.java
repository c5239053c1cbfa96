package org.mitchell.matlab;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;

/** A MATLAB file that is open for reading. */
public interface MatFile extends Closeable {
  /** A variable, by its name; nothing where the file has none, or it was not wanted. */
  Optional<MatValue> variable(String name);

  @Override
  void close();

  /**
   * Opens a file if its first bytes are those of a MATLAB file, or its name ends in {@code .mat}.
   *
   * @param wanted the variables that will be asked for
   * @return nothing where the file is of another kind
   * @throws InputException if it is a MATLAB file that is damaged, or of a version that is not read
   */
  static Optional<MatFile> open(Path file, Set<String> wanted) throws IOException {
    byte[] head = InputFiles.head(file, MatSignature.LENGTH);
    return switch (MatSignature.of(head)) {
      case HDF5 -> Optional.of(Mat73File.open(file));
      case VERSION_5 -> Optional.of(Mat5File.open(file, wanted));
      case LOST_HDF5 ->
          throw InputException.in(
              file,
              "damaged or cut short: a MATLAB v7.3 file without the HDF5 signature. Download or"
                  + " save it again");
      case VERSION_4 ->
          throw InputException.in(
              file,
              "a MATLAB v4 file, which cannot hold cells and structs, where v5 to v7.3 is expected."
                  + " Save it again from MATLAB without '-v4'");
      case NONE -> {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".mat")) {
          throw InputException.in(
              file,
              "not a MATLAB file: it starts with neither 'MATLAB' nor the HDF5 signature."
                  + " Download or save it again (v5 to v7.3)");
        }
        yield Optional.empty();
      }
    };
  }
}
