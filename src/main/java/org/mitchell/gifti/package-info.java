/**
 * Reading of GIFTI files: meshes of the cortex and values at their vertices.
 *
 * <p>Every claim of a file is compared with what is really there before anything is allocated; a
 * document type is passed over, and nothing outside the file is ever opened. Coordinates are taken
 * as they stand: a transform to another space that a file may state is not applied.
 */
package org.mitchell.gifti;
