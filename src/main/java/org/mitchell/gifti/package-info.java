/**
 * Reading of GIFTI files: meshes of the cortex and values at their vertices, which are written,
 * too.
 *
 * <p>Every claim of a file is compared with what is really there before anything is allocated; a
 * document type is passed over, and nothing outside the file is ever opened. A transform that leads
 * into the space wanted is applied; what else a file says of other places is told.
 */
package org.mitchell.gifti;
