package org.mitchell.corpus;

/**
 * One input of a counting, as recorded beside the counts.
 *
 * @param file its path as given, or its name
 * @param size bytes as stored
 * @param sha256 of the bytes as stored, lower-case hex
 */
public record CountedInput(String file, long size, String sha256) {}
