/** A participant's accuracy beside what could be reached at best. */
package org.mitchell.analysis.ceilings;
