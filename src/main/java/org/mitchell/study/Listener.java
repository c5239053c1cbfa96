package org.mitchell.study;

import org.mitchell.files.Remedy;
import org.mitchell.jobs.Progress;

/** Whom a use case tells what it finds while it works. */
public interface Listener {
  /** Something that people should know. */
  void note(String message);

  /** As the other, with what can be done, in the listener's own words at the end. */
  void note(String message, Remedy remedy);

  /** Where long work says how far it is. */
  Progress progress();

  /** What is known of the files that were read. */
  InputRecords inputs();
}
