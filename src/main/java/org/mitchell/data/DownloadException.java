package org.mitchell.data;

import java.io.IOException;

/**
 * A download that another attempt would not mend; the message is complete and meant for the user.
 */
final class DownloadException extends IOException {
  private static final long serialVersionUID = 1L;

  DownloadException(String message) {
    super(message);
  }

  DownloadException(String message, Throwable cause) {
    super(message, cause);
  }
}
