/**
 * What made a file: the program's version, the command, the inputs with their checksums, the
 * parameters and the seed.
 *
 * <p>Nothing here depends on the time, the machine or the number of runs: the same inputs give the
 * same bytes.
 */
package org.mitchell.provenance;
