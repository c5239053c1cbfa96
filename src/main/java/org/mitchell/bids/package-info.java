/**
 * BIDS studies: which files are whose, what applies to them, and a participant's responses from
 * preprocessed BOLD runs and their events.
 */
package org.mitchell.bids;
