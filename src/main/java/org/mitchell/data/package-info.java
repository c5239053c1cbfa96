/**
 * Where participants' files are found, and how the public ones get here.
 *
 * <p>{@link org.mitchell.data.ParticipantFiles} finds the responses of a participant in a folder,
 * {@link org.mitchell.data.Subjects} reads lists of participants, and {@link
 * org.mitchell.data.Download} fetches the files of the nine participants of the paper. What is
 * inside the files is the business of other rooms.
 */
package org.mitchell.data;
