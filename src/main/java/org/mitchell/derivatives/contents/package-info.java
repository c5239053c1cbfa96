/**
 * What the JSON files of a derivatives folder say: a record a kind of file, which writes and reads
 * itself. Whoever writes such a file or looks into one does it by these. A key that a record does
 * not know is kept when a file is read and written again; one that is missing, or of another kind,
 * is an error that names file and key. A component that was added since the first version, or that
 * not every file of the kind has, is optional.
 */
package org.mitchell.derivatives.contents;
