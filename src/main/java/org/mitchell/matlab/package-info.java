/**
 * The content of MATLAB files, whatever they are about: numbers, text, cells and structs.
 *
 * <p>{@link org.mitchell.matlab.MatFile} tells the version by the first bytes. Version 5 (also 6
 * and 7) and version 7.3 are read into the same {@link org.mitchell.matlab.MatValue}s, so that
 * whoever interprets them cannot treat one version differently from the other.
 */
package org.mitchell.matlab;
