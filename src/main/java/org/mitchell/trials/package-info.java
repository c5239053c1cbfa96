/**
 * From a run's BOLD series and its events to one image a trial. Every method is a linear operator,
 * trials x frames, that is found from the design alone and then applied to all voxels.
 */
package org.mitchell.trials;
