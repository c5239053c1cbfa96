package org.mitchell.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The names in a folder, which outlast a power cut only once they are on the disk. */
final class FolderOnDisk {
  private FolderOnDisk() {}

  /** Has the names of a folder on the disk, and its own in the folder above. */
  static void flush(Path folder) {
    force(folder);
    if (folder.getParent() != null) {
      force(folder.getParent());
    }
  }

  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // A system that opens no folders, such as Windows, keeps its names in order by itself.
    }
  }
}
