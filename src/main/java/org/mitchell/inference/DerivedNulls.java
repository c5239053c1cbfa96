package org.mitchell.inference;

/** Null maps that are made of others, which they are as many as and as large. */
interface DerivedNulls extends NullMaps {
  /** The others. */
  NullMaps maps();

  @Override
  default int voxels() {
    return maps().voxels();
  }

  @Override
  default int size() {
    return maps().size();
  }

  @Override
  default int together() {
    return maps().together();
  }

  @Override
  default boolean dear() {
    return maps().dear();
  }
}
