package org.mitchell.maps.atlas;

/**
 * A label and its name.
 *
 * @param line the number of the line in the file, from 1
 */
record NameRow(long line, int label, String name) {}
