package org.mitchell.data;

import java.net.URI;
import org.mitchell.jobs.Progress;

/** Shows one download through breaks and restarts: what is shown always adds up to what is here. */
final class DownloadProgress {
  private final String task;
  private final Progress progress;
  private boolean begun;
  private long shown;

  DownloadProgress(URI address, Progress progress) {
    String path = address.getPath();
    this.task = "download " + path.substring(path.lastIndexOf('/') + 1);
    this.progress = progress;
  }

  /**
   * {@code here} of {@code total} bytes are here and more are about to come.
   *
   * @param total -1 when it is not known
   */
  void begin(long total, long here) {
    if (begun && shown == here) {
      return;
    }
    end();
    progress.begin(task, "bytes", total);
    begun = true;
    shown = 0;
    advance(here);
  }

  void advance(long bytes) {
    if (bytes > 0) {
      progress.advance(bytes);
      shown += bytes;
    }
  }

  void end() {
    if (begun) {
      progress.end();
      begun = false;
    }
  }
}
