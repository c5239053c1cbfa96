/** Maps of one participant or of a group, from responses to what is written. */
package org.mitchell.analysis.maps;
