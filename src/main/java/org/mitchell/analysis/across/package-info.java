/** Models of all participants but one, tested on the one that is left out. */
package org.mitchell.analysis.across;
